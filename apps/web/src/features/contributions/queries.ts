import { queryOptions } from '@tanstack/react-query';
import { locateContribution, type ContributionPlace } from '@parvis/shared/contracts/contributions.ts';
import { call } from '../../platform/call.ts';

/** The number, or the identifier, with which the last part of `/p/…` begins; null when it has none. */
export function numberOf(key: string): string | null {
  return /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[1-9]\d{0,8}(?=-|$))/.exec(key)?.[0] ?? null;
}

/** What lives at `/p/<number>-…`: its kind, its title, its consultation and activity. */
export const placeQuery = (number: string) =>
  queryOptions({
    queryKey: ['contributions', 'place', number] as const,
    queryFn: ({ signal }) => call(locateContribution, { params: { number }, signal }),
  });

/** For a page's `draftOf`: the consultation of a contribution, while it is a draft. The page's load asks `placeQuery`. */
export const draftOf = ({ consultation: { id, isDraft } }: ContributionPlace): string | null => (isDraft ? id : null);
