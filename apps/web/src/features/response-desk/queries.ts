import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { listConsultations } from '@parvis/shared/contracts/consultations.ts';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import {
  listAnswerable,
  listPrepared,
  listWaiting,
  markReady,
  publishResponses,
  readPrepared,
  removeResponse,
} from '@parvis/shared/contracts/responses.ts';
import { call } from '../../platform/call.ts';
import type { SendFile } from '../../ui/form/use-uploads.ts';
import { responseKeys } from '../responses/queries.ts';

const deskKeys = {
  all: ['response-desk'] as const,
  waiting: (consultationId: string, search: string) => [...deskKeys.all, 'waiting', consultationId, search] as const,
  prepared: (consultationId: string) => [...deskKeys.all, 'prepared', consultationId] as const,
};

/** Consultations by stage, for the choice at the desk: those that wait for answers come first. */
export const deskConsultationsQuery = (stage: 'open' | 'finished') =>
  queryOptions({
    queryKey: [...deskKeys.all, 'consultations', stage],
    queryFn: ({ signal }) => call(listConsultations, { query: { stage, limit: 50 }, signal }),
  });

/** Contributions without an answer, 30 a page, never from memory. */
export const waitingQuery = (consultationId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: deskKeys.waiting(consultationId, search),
    initialPageParam: '',
    staleTime: 0,
    queryFn: ({ pageParam, signal }) =>
      call(listWaiting, {
        params: { consultationId },
        query: { search: search || undefined, cursor: pageParam || undefined, limit: 30 },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Drafts and ready answers, 30 a page, never from memory. */
export const preparedQuery = (consultationId: string) =>
  infiniteQueryOptions({
    queryKey: deskKeys.prepared(consultationId),
    initialPageParam: '',
    staleTime: 0,
    queryFn: ({ pageParam, signal }) =>
      call(listPrepared, { params: { consultationId }, query: { cursor: pageParam || undefined, limit: 30 }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  });

/** What the answer will be about. @param ids separated by commas, as the address has them */
export const answerableQuery = (consultationId: string, ids: string) =>
  queryOptions({
    queryKey: [...deskKeys.all, 'answerable', consultationId, ids],
    queryFn: ({ signal }) => call(listAnswerable, { params: { consultationId }, query: { ids }, signal }),
  });

/** One answer to edit, forgotten when left: nobody edits what was read an hour ago. */
export const onePreparedQuery = (responseId: string) =>
  queryOptions({
    queryKey: [...deskKeys.all, 'one', responseId],
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) => call(readPrepared, { params: { responseId }, signal }),
  });

/** After anything at the desk: what waits, what is prepared and what is public are asked anew. */
export function useDeskRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([client.invalidateQueries({ queryKey: deskKeys.all }), client.invalidateQueries({ queryKey: responseKeys.all })]);
}

/** Ready or back to draft; the public sees neither. */
export function useMarkReady() {
  const refresh = useDeskRefresh();
  return useMutation({
    mutationFn: ({ responseId, ready }: { responseId: string; ready: boolean }) =>
      call(markReady, { params: { responseId }, body: { ready } }),
    onSuccess: refresh,
  });
}

/** Only what was never published can go. */
export function useRemoveResponse() {
  const refresh = useDeskRefresh();
  return useMutation({ mutationFn: (responseId: string) => call(removeResponse, { params: { responseId } }), onSuccess: refresh });
}

/** All or none; those answered are told by mail. */
export function usePublishResponses(consultationId: string) {
  const refresh = useDeskRefresh();
  return useMutation({
    mutationFn: (responseIds: string[]) => call(publishResponses, { params: { consultationId }, body: { responseIds } }),
    onSuccess: refresh,
  });
}

/** Sends a document of an answer; it becomes public with it. */
export const sendDocument: SendFile = (file, onProgress, signal) =>
  call(uploadFile, { query: { purpose: 'document' }, body: file, fileName: file.name, onProgress, signal });
