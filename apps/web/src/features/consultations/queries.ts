import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  listConsultations,
  listMyInvitations,
  readConsultation,
  readConsultationHistory,
  readFrontPage,
  type ConsultationStage,
} from '@parvis/shared/contracts/consultations.ts';
import { call } from '../../platform/call.ts';

export const consultationKeys = {
  all: ['consultations'] as const,
  front: () => [...consultationKeys.all, 'front'] as const,
  list: (stage: ConsultationStage) => [...consultationKeys.all, 'list', stage] as const,
  invitations: () => [...consultationKeys.all, 'invitations'] as const,
  one: (slug: string, preview: string | null) => [...consultationKeys.all, 'one', slug, preview] as const,
  history: (slug: string) => [...consultationKeys.all, 'history', slug] as const,
};

/** The town's front page in one answer. */
export const frontQuery = () =>
  queryOptions({ queryKey: consultationKeys.front(), queryFn: ({ signal }) => call(readFrontPage, { signal }) });

/** Public consultations of a stage. */
export const consultationsQuery = (stage: ConsultationStage) =>
  infiniteQueryOptions({
    queryKey: consultationKeys.list(stage),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call(listConsultations, { query: { stage, cursor: pageParam || undefined, limit: 12 }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Consultations to which the reader is invited; for somebody who is signed in. */
export const invitationsQuery = () =>
  queryOptions({ queryKey: consultationKeys.invitations(), queryFn: ({ signal }) => call(listMyInvitations, { signal }) });

/**
 * A consultation with its calendar and activities, by a present or an older slug; also what the pages of its activities stand on.
 * @param secret of a preview link, for a draft; one that a mail program cut is none
 */
export const consultationQuery = (slug: string, secret: string | null = null) => {
  const preview = secret !== null && /^[\w-]{20,64}$/.test(secret) ? secret : null;
  return queryOptions({
    queryKey: consultationKeys.one(slug, preview),
    queryFn: ({ signal }) => call(readConsultation, { params: { slug }, query: { preview: preview ?? undefined }, signal }),
  });
};

/** What was changed about a consultation, newest first. */
export const historyQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: consultationKeys.history(slug),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(readConsultationHistory, { params: { slug }, query: { cursor: pageParam || undefined }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  });
