import { queryOptions } from '@tanstack/react-query';
import { readResults } from '@parvis/shared/contracts/results.ts';
import { call } from '../../platform/call.ts';

/** The figures of a consultation, as of at most a minute ago. */
export const resultsQuery = (slug: string) =>
  queryOptions({ queryKey: ['results', slug] as const, queryFn: ({ signal }) => call(readResults, { params: { slug }, signal }) });
