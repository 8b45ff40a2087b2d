import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import {
  cancelPaperEntry,
  describePaperBatch,
  enterPaperComment,
  enterPaperProposal,
  enterPaperSupports,
  listPaperBatches,
  listPaperConsultations,
  openPaperBatch,
  readPaperDesk,
  readPaperForm,
  type PaperBatch,
} from '@parvis/shared/contracts/paper.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { call } from '../../platform/call.ts';
import type { SendFile } from '../../ui/form/use-uploads.ts';

const paperKeys = { all: ['paper'] as const, desk: (batchId: string) => [...paperKeys.all, 'desk', batchId] as const };

export const paperConsultationsQuery = queryOptions({
  queryKey: [...paperKeys.all, 'consultations'],
  queryFn: ({ signal }) => call(listPaperConsultations, { signal }),
});

export const batchesQuery = infiniteQueryOptions({
  queryKey: [...paperKeys.all, 'batches'],
  initialPageParam: '',
  staleTime: 0,
  queryFn: ({ pageParam, signal }) => call(listPaperBatches, { query: { cursor: pageParam || undefined }, signal }),
  getNextPageParam: (page) => page.nextCursor,
});

/** Never from memory: a colleague may enter sheets of the same batch. */
export const deskQuery = (batchId: string) =>
  queryOptions({
    queryKey: paperKeys.desk(batchId),
    staleTime: 0,
    queryFn: ({ signal }) => call(readPaperDesk, { params: { batchId }, signal }),
  });

/** What is printed hardly changes: kept for an hour. */
export const paperFormQuery = (consultationId: string) =>
  queryOptions({
    queryKey: [...paperKeys.all, 'form', consultationId],
    staleTime: 3_600_000,
    queryFn: ({ signal }) => call(readPaperForm, { params: { consultationId }, signal }),
  });

/** Purpose `scan`: PDF or picture, 25 MB at most; `onProgress` gets the share that is sent, 0 to 1. */
export const sendScan: SendFile = (file, onProgress, signal) =>
  call(uploadFile, { query: { purpose: 'scan' }, body: file, fileName: file.name, onProgress, signal });

/** `onOpened` is called once the lists are fresh. */
export function useOpenBatch(onOpened: (batch: PaperBatch) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof openPaperBatch>) => call(openPaperBatch, { body }),
    onSuccess: async (batch) => {
      await client.invalidateQueries({ queryKey: paperKeys.all });
      onOpened(batch);
    },
  });
}

/** After each entry the batch's figures and latest entries are asked anew. */
function useRefresh(batchId: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: paperKeys.desk(batchId) });
}

/** Label and scan; the day of receipt cannot be changed. */
export function useDescribeBatch(batchId: string) {
  const onSuccess = useRefresh(batchId);
  return useMutation({
    mutationFn: (body: RequestOf<typeof describePaperBatch>) => call(describePaperBatch, { params: { batchId }, body }),
    onSuccess,
  });
}

/** Counts as of the batch's day of receipt; the batch is asked anew. */
export function useEnterProposal(batchId: string) {
  const onSuccess = useRefresh(batchId);
  return useMutation({
    mutationFn: (body: RequestOf<typeof enterPaperProposal>) => call(enterPaperProposal, { params: { batchId }, body }),
    onSuccess,
  });
}

/** The subject is named by the number printed on the sheet. */
export function useEnterComment(batchId: string) {
  const onSuccess = useRefresh(batchId);
  return useMutation({
    mutationFn: (body: RequestOf<typeof enterPaperComment>) => call(enterPaperComment, { params: { batchId }, body }),
    onSuccess,
  });
}

/** Each line is one person and one proposal. */
export function useEnterSupports(batchId: string) {
  const onSuccess = useRefresh(batchId);
  return useMutation({
    mutationFn: (body: RequestOf<typeof enterPaperSupports>) => call(enterPaperSupports, { params: { batchId }, body }),
    onSuccess,
  });
}

/** Cancels what was entered by mistake; with `number`, enters it anew for that proposal. */
export function useCancelEntry(batchId: string) {
  const onSuccess = useRefresh(batchId);
  return useMutation({
    mutationFn: (body: RequestOf<typeof cancelPaperEntry>) => call(cancelPaperEntry, { params: { batchId }, body }),
    onSuccess,
  });
}
