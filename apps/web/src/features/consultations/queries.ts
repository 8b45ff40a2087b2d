import { queryOptions } from '@tanstack/react-query';
import { readConsultation } from '@parvis/shared/contracts/consultations.ts';
import { call } from '../../platform/call.ts';

export const consultationKeys = {
  all: ['consultations'] as const,
  one: (slug: string, preview: string | null) => [...consultationKeys.all, 'one', slug, preview] as const,
};

/**
 * A consultation with its calendar and activities, by a present or an older slug; also what the pages of its activities stand on.
 * @param preview the secret of a preview link, for a draft
 */
export const consultationQuery = (slug: string, preview: string | null = null) => queryOptions({
  queryKey: consultationKeys.one(slug, preview),
  queryFn: ({ signal }) => call(readConsultation, { params: { slug }, query: { preview: preview ?? undefined }, signal }),
});
