import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import {
  discardImport,
  listImportFaults,
  listImportPlaces,
  listImports,
  publishImport,
  readImport,
  startImport,
  type ImportMapping,
  type ImportView,
} from '@parvis/shared/contracts/imports.ts';
import { call } from '../../platform/call.ts';
import type { SendFile } from '../../ui/form/use-uploads.ts';

const importKeys = { all: ['imports'] as const, one: (importId: string) => [...importKeys.all, 'one', importId] as const };

export const importsQuery = infiniteQueryOptions({
  queryKey: [...importKeys.all, 'list'],
  initialPageParam: '',
  staleTime: 0,
  queryFn: ({ pageParam, signal }) => call(listImports, { query: { cursor: pageParam || undefined }, signal }),
  getNextPageParam: (page) => page.nextCursor,
});

export const placesQuery = queryOptions({
  queryKey: [...importKeys.all, 'places'],
  queryFn: ({ signal }) => call(listImportPlaces, { signal }),
});

/** Whether a job is at work on the import, so that asking again shows something new. */
export function isAtWork({ state }: Pick<ImportView, 'state'>): boolean {
  return state === 'staging' || state === 'publishing';
}

/** An import; asked again every second while a job is at work on it. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: importKeys.one(importId),
    staleTime: 0,
    queryFn: ({ signal }) => call(readImport, { params: { importId }, signal }),
    refetchInterval: (query) => (query.state.data && isAtWork(query.state.data) ? 1_000 : false),
  });

/** @param state of the import: what is faulty is only known once it is read */
export const faultsQuery = (importId: string, state: string) =>
  infiniteQueryOptions({
    queryKey: [...importKeys.one(importId), 'faults', state],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call(listImportFaults, { params: { importId }, query: { cursor: pageParam || undefined }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  });

/** `onProgress` gets the share that is sent, 0 to 1; refused files are told by the server's 422. */
export const sendImportFile: SendFile = (file, onProgress, signal) =>
  call(uploadFile, { query: { purpose: 'import' }, body: file, fileName: file.name, onProgress, signal });

/** Reading goes on in a job: `onStarted` gets the import at its beginning. */
export function useStartImport(onStarted: (started: ImportView) => void) {
  return useMutation({
    mutationFn: (body: { activityId: string; fileId: string; mapping: ImportMapping }) => call(startImport, { body }),
    onSuccess: onStarted,
  });
}

function useShow() {
  const client = useQueryClient();
  return (shown: ImportView): void => {
    client.setQueryData(importQuery(shown.id).queryKey, shown);
  };
}

/** All or nothing; with `leaveOutFaulty` the sound rows although others are faulty. */
export function usePublishImport(importId: string) {
  return useMutation({
    mutationFn: (leaveOutFaulty: boolean) => call(publishImport, { params: { importId }, body: { leaveOutFaulty } }),
    onSuccess: useShow(),
  });
}

/** Refused once it is published; the answer is shown in place of the import. */
export function useDiscardImport(importId: string) {
  return useMutation({ mutationFn: () => call(discardImport, { params: { importId } }), onSuccess: useShow() });
}
