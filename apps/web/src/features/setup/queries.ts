import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { readInstallation, type Installation } from '@parvis/shared/contracts/installation.ts';
import { searchCommunes } from '@parvis/shared/contracts/municipalities.ts';
import { call } from '../../platform/call.ts';

export const installationQuery = queryOptions({
  queryKey: ['installation'] as const,
  queryFn: ({ signal }) => call(readInstallation, { signal }),
});

/** By name or code, from the official list in the server; kept for five minutes. */
export const communesQuery = (search: string) =>
  queryOptions({
    queryKey: ['communes', search] as const,
    queryFn: ({ signal }) => call(searchCommunes, { query: { search }, signal }),
    staleTime: 300_000,
  });

/** One step of the wizard: sends it, and keeps what the answer says about the whole. */
export function useStep<V>(send: (values: V) => Promise<Installation>, onDone: () => void): UseMutationResult<Installation, Error, V> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (installation) => {
      client.setQueryData(installationQuery.queryKey, installation);
      onDone();
    },
  });
}
