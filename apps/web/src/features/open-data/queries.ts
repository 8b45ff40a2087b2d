import { queryOptions } from '@tanstack/react-query';
import { readConsultationData, readTownData } from '@parvis/shared/contracts/open-data.ts';
import { call } from '../../platform/call.ts';
import { LANG } from '../../platform/lang.ts';

/** The tables of the town, described in the page's language. */
export const townDataQuery = queryOptions({
  queryKey: ['open-data'] as const,
  queryFn: ({ signal }) => call(readTownData, { query: { language: LANG }, signal }),
});

/** The tables of a consultation. */
export const consultationDataQuery = (slug: string) =>
  queryOptions({
    queryKey: ['open-data', slug] as const,
    queryFn: ({ signal }) => call(readConsultationData, { params: { slug }, query: { language: LANG }, signal }),
  });
