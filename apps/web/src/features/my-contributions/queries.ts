import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { myParts, readMyContributions, type MyPart } from '@parvis/shared/contracts/my-contributions.ts';
import { call } from '../../platform/call.ts';

/** In the address: `?voir=drafts`. */
export function partOf(query: URLSearchParams): MyPart {
  return myParts.find((one) => one === query.get('voir')) ?? 'all';
}

/** First page of a part, at most 2 s old. */
export function myContributionsQuery(part: MyPart) {
  return queryOptions({
    queryKey: ['my-contributions', part],
    queryFn: ({ signal }) => call(readMyContributions, { query: { part }, signal }),
    staleTime: 2_000,
  });
}

/** Further pages, from the cursor of the first. */
export function myContributionsRestQuery(part: MyPart, cursor: string) {
  return infiniteQueryOptions({
    queryKey: ['my-contributions', 'rest', part, cursor],
    queryFn: ({ pageParam, signal }) => call(readMyContributions, { query: { part, cursor: pageParam }, signal }),
    initialPageParam: cursor,
    getNextPageParam: (page) => page.nextCursor,
  });
}
