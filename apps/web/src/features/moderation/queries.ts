import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addModerationNote,
  appealDecision,
  claimContribution,
  decide,
  readCase,
  readQueue,
  readStatement,
  releaseContribution,
  settleAppeal,
  waitingReasons,
  type WaitingReason,
} from '@parvis/shared/contracts/moderation.ts';
import { readRegister } from '@parvis/shared/contracts/moderation-register.ts';
import { flagContribution, readFlagSubject } from '@parvis/shared/contracts/flags.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { decisionActs, flagGrounds, type DecisionAct, type FlagGround } from '@parvis/shared/rules/words.ts';
import { call } from '../../platform/call.ts';

/** What the desk shows, as its address says it: `?file=flagged&consultation=…&nature=comment&motif=spam&age=24`. */
export interface QueueFilters {
  readonly reason?: WaitingReason;
  readonly consultation?: string;
  readonly kind?: string;
  readonly ground?: FlagGround;
  readonly olderThanHours?: number;
}

const all = ['moderation'] as const;

/** From the address (`file`, `motif`, `consultation`, `nature`, `age` in hours); what it does not know is left out. */
export function filtersOf(query: URLSearchParams): QueueFilters {
  const [reason, ground] = [waitingReasons.find((one) => one === query.get('file')), flagGrounds.find((one) => one === query.get('motif'))];
  const [consultation, kind, age] = [query.get('consultation'), query.get('nature'), Number(query.get('age'))];
  return {
    ...(reason && { reason }),
    ...(ground && { ground }),
    ...(consultation && { consultation }),
    ...(kind && { kind }),
    ...(Number.isInteger(age) && age > 0 && { olderThanHours: age }),
  };
}

/** First page of the queue, at most 5 s old. */
export function queueQuery(filters: QueueFilters) {
  return queryOptions({
    queryKey: [...all, 'queue', filters],
    queryFn: ({ signal }) => call(readQueue, { query: { ...filters, olderThanHours: filters.olderThanHours }, signal }),
    staleTime: 5_000,
  });
}

/** Further pages of the queue. */
export function queueRestQuery(filters: QueueFilters, cursor: string) {
  return infiniteQueryOptions({
    queryKey: [...all, 'queue-rest', filters, cursor],
    queryFn: ({ pageParam, signal }) =>
      call(readQueue, { query: { ...filters, olderThanHours: filters.olderThanHours, cursor: pageParam }, signal }),
    initialPageParam: cursor,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** One case with its history, at most 2 s old: two moderators may be at it. */
export function caseQuery(contributionId: string) {
  return queryOptions({
    queryKey: [...all, 'case', contributionId],
    queryFn: ({ signal }) => call(readCase, { params: { contributionId }, signal }),
    staleTime: 2_000,
  });
}

/** After an act at the desk the queue is asked again at once, and each case when it is next opened. */
function useDeskAct<V, A>(act: (values: V) => Promise<A>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [...all, 'queue'] });
      void client.invalidateQueries({ queryKey: [...all, 'case'], refetchType: 'none' });
    },
  });
}

/** The body's `revision` is the one that was read: refused when the text has changed since. */
export function useDecide(contributionId: string) {
  return useDeskAct((body: RequestOf<typeof decide>) => call(decide, { params: { contributionId }, body }));
}

/** Refused to whoever took the contested decision. */
export function useSettleAppeal(appealId: string) {
  return useDeskAct((body: RequestOf<typeof settleAppeal>) => call(settleAppeal, { params: { appealId }, body }));
}

/** Keeps the case for the reader a quarter of an hour; refused while a colleague has it, unless `takeOver`. */
export function useClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ contributionId, takeOver = false }: { contributionId: string; takeOver?: boolean }) =>
      call(claimContribution, { params: { contributionId }, body: { takeOver } }),
    onSuccess: (claim, { contributionId }) =>
      client.setQueryData(caseQuery(contributionId).queryKey, (known) => known && { ...known, claim }),
  });
}

/** Gives the case back; nothing on the page depends on its answer. */
export function useRelease() {
  return useMutation({ mutationFn: (contributionId: string) => call(releaseContribution, { params: { contributionId } }) });
}

/** Notes are for moderators only and never public; the case shows it when asked anew. */
export function useAddNote(contributionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof addModerationNote>) => call(addModerationNote, { params: { contributionId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: all }),
  });
}

/** What is to be flagged, and whether the reader did already. */
export function flagSubjectQuery(contributionId: string) {
  return queryOptions({
    queryKey: [...all, 'flag-subject', contributionId],
    queryFn: ({ signal }) => call(readFlagSubject, { params: { contributionId }, signal }),
  });
}

/** Without an account it needs name and e-mail; a second flag of one person is refused. */
export function useFlag(contributionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof flagContribution>) => call(flagContribution, { params: { contributionId }, body }),
    onSuccess: () => void client.invalidateQueries(flagSubjectQuery(contributionId)),
  });
}

/** Reasons of a decision, for its author; holds their appeal once made. */
export function statementQuery(decisionId: string) {
  return queryOptions({
    queryKey: [...all, 'statement', decisionId],
    queryFn: ({ signal }) => call(readStatement, { params: { decisionId }, signal }),
  });
}

/** One per decision; the answer is the statement with the appeal in it. */
export function useAppeal(decisionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => call(appealDecision, { params: { decisionId }, body: { text } }),
    onSuccess: (statement) => client.setQueryData(statementQuery(decisionId).queryKey, statement),
  });
}

/** What of the register is shown: one act, or all. */
export function registerActOf(query: URLSearchParams): DecisionAct | null {
  return decisionActs.find((one) => one === query.get('decision')) ?? null;
}

/** First page of the public register; the old page stays in sight while another filter loads. */
export function registerQuery(act: DecisionAct | null) {
  return queryOptions({
    queryKey: [...all, 'register', act],
    queryFn: ({ signal }) => call(readRegister, { query: { ...(act && { act }) }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Further pages, from the cursor of the first. */
export function registerRestQuery(act: DecisionAct | null, cursor: string) {
  return infiniteQueryOptions({
    queryKey: [...all, 'register-rest', act, cursor],
    queryFn: ({ pageParam, signal }) => call(readRegister, { query: { ...(act && { act }), cursor: pageParam }, signal }),
    initialPageParam: cursor,
    getNextPageParam: (page) => page.nextCursor,
  });
}
