import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { listMailStops, readMailDesk, releaseMailStop, sendTestMail } from '@parvis/shared/contracts/mail-desk.ts';
import { call } from '../../platform/call.ts';

const mailKeys = { desk: ['mail-desk'] as const, stops: ['mail-stops'] as const };

export const mailDeskQuery = queryOptions({
  queryKey: mailKeys.desk,
  staleTime: 0,
  queryFn: ({ signal }) => call(readMailDesk, { signal }),
});

export const mailStopsQuery = infiniteQueryOptions({
  queryKey: mailKeys.stops,
  initialPageParam: '',
  staleTime: 0,
  queryFn: ({ pageParam, signal }) => call(listMailStops, { query: { cursor: pageParam || undefined }, signal }),
  getNextPageParam: (page) => page.nextCursor,
});

/** Sends one to the reader's own address; the answer is the desk as it then stands. */
export function useTestMail() {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => call(sendTestMail, {}), onSuccess: (desk) => client.setQueryData(mailKeys.desk, desk) });
}

/** Called once the person has confirmed the address; the list of stops is asked anew. */
export function useReleaseStop() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (address: string) => call(releaseMailStop, { body: { address, isConfirmed: true } }),
    onSuccess: () => client.invalidateQueries({ queryKey: mailKeys.stops }),
  });
}
