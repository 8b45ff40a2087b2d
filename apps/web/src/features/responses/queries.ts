import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listAnswers, listAwaited, listCommitments, readAnswerClock } from '@parvis/shared/contracts/responses.ts';
import type { AnswerStatus, CommitmentState } from '@parvis/shared/rules/words.ts';
import { call } from '../../platform/call.ts';

export const responseKeys = {
  all: ['responses'] as const,
  clock: (consultationId: string) => [...responseKeys.all, 'clock', consultationId] as const,
  answers: (consultationId: string, status: string) => [...responseKeys.all, 'answers', consultationId, status] as const,
  awaited: (consultationId: string) => [...responseKeys.all, 'awaited', consultationId] as const,
  commitments: (state: string, consultationId: string) => ['commitments', state, consultationId] as const,
};

/** How the promise of an answer is kept in a consultation. */
export const answerClockQuery = (consultationId: string) =>
  queryOptions({
    queryKey: responseKeys.clock(consultationId),
    queryFn: ({ signal }) => call(readAnswerClock, { params: { consultationId }, signal }),
  });

/** Published answers, ten a page, of one status or of all. */
export const answersQuery = (consultationId: string, status: AnswerStatus | undefined) =>
  infiniteQueryOptions({
    queryKey: responseKeys.answers(consultationId, status ?? ''),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(listAnswers, { params: { consultationId }, query: { status, cursor: pageParam || undefined, limit: 10 }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  });

/** What waits for an answer, 20 a page. */
export const awaitedQuery = (consultationId: string) =>
  infiniteQueryOptions({
    queryKey: responseKeys.awaited(consultationId),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(listAwaited, { params: { consultationId }, query: { cursor: pageParam || undefined, limit: 20 }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Of the whole town, or of one consultation. */
export const commitmentsQuery = (state: CommitmentState | undefined, consultationId?: string) =>
  infiniteQueryOptions({
    queryKey: responseKeys.commitments(state ?? '', consultationId ?? ''),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(listCommitments, { query: { state, consultation: consultationId, cursor: pageParam || undefined, limit: 20 }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  });
