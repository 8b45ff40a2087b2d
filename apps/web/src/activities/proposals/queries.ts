import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  listProposals,
  listRevisions,
  mapProposals,
  readProposal,
  similarProposals,
} from '@parvis/shared/activities/proposals/contract.ts';
import { listDrafts, readEditableProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { readTerritory } from '@parvis/shared/contracts/municipalities.ts';
import { call } from '../../platform/call.ts';
import { filterOf, type ListView } from './list-view.ts';

export const proposalKeys = {
  all: ['proposals'] as const,
  list: (activityId: string) => [...proposalKeys.all, 'list', activityId] as const,
  one: (number: number) => [...proposalKeys.all, 'one', number] as const,
  drafts: (activityId: string) => [...proposalKeys.all, 'drafts', activityId] as const,
};

const listInput = (activityId: string, view: ListView, limit: number) => ({
  params: { activityId },
  query: { ...filterOf(view), ...(view.sort && { sort: view.sort }), limit },
});
const pageKey = ({ isMap: _, cursor: __, ...view }: ListView) => view;

/** The first page of a list, or the page after a cursor. */
export const listQuery = (activityId: string, view: ListView, limit = 20) =>
  queryOptions({
    queryKey: [...proposalKeys.list(activityId), pageKey(view), limit, view.cursor],
    queryFn: ({ signal }) => {
      const { params, query } = listInput(activityId, view, limit);
      return call(listProposals, { params, query: { ...query, ...(view.cursor && { cursor: view.cursor }) }, signal });
    },
  });

/** The pages after the first, as the reader asks for them. */
export const morePagesQuery = (activityId: string, view: ListView, after: string) =>
  infiniteQueryOptions({
    queryKey: [...proposalKeys.list(activityId), pageKey(view), 'more', after],
    queryFn: ({ pageParam, signal }) => {
      const { params, query } = listInput(activityId, view, 20);
      return call(listProposals, { params, query: { ...query, cursor: pageParam }, signal });
    },
    initialPageParam: after,
    getNextPageParam: (page) => page.nextCursor,
    enabled: false,
  });

/** All points that the filters leave, without pages or order. */
export const mapQuery = (activityId: string, view: ListView) =>
  queryOptions({
    queryKey: [...proposalKeys.all, 'map', activityId, filterOf(view)],
    queryFn: ({ signal }) => call(mapProposals, { params: { activityId }, query: filterOf(view), signal }),
  });

/** By the number in the address, which is the town's own count. */
export const proposalQuery = (number: number) =>
  queryOptions({ queryKey: proposalKeys.one(number), queryFn: ({ signal }) => call(readProposal, { params: { number }, signal }) });

/** All versions, for the page that compares them. */
export const revisionsQuery = (number: number) =>
  queryOptions({
    queryKey: [...proposalKeys.one(number), 'revisions'],
    queryFn: ({ signal }) => call(listRevisions, { params: { number }, signal }),
  });

/** Never from memory: the revision number must be the newest, or saving is refused. */
export const editableQuery = (contributionId: string) =>
  queryOptions({
    queryKey: [...proposalKeys.all, 'text', contributionId],
    queryFn: ({ signal }) => call(readEditableProposal, { params: { contributionId }, signal }),
    staleTime: 0,
  });

/** Only the reader's own drafts, whoever else writes in the activity. */
export const draftsQuery = (activityId: string) =>
  queryOptions({
    queryKey: proposalKeys.drafts(activityId),
    queryFn: ({ signal }) => call(listDrafts, { params: { activityId }, signal }),
  });

/** Asked while a title is typed; the same title is not asked again for a minute. */
export const similarQuery = (activityId: string, title: string) =>
  queryOptions({
    queryKey: [...proposalKeys.all, 'similar', activityId, title],
    queryFn: ({ signal }) => call(similarProposals, { params: { activityId }, query: { title }, signal }),
    staleTime: 60_000,
  });

/** Outline and quarters of the town, for maps. */
export const territoryQuery = queryOptions({
  queryKey: ['territory'],
  queryFn: ({ signal }) => call(readTerritory, { signal }),
  staleTime: 3_600_000,
});
