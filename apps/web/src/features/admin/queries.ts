import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { readJournal, readOverview } from '@parvis/shared/contracts/overview.ts';
import { call } from '../../platform/call.ts';

export const overviewQuery = queryOptions({ queryKey: ['overview'] as const, queryFn: ({ signal }) => call(readOverview, { signal }) });

export const journalQuery = infiniteQueryOptions({
  queryKey: ['journal'] as const,
  queryFn: ({ pageParam, signal }) => call(readJournal, { query: pageParam === null ? {} : { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});
