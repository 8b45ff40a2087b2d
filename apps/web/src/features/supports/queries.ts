import { queryOptions, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addSupport, removeSupport, type Support } from '@parvis/shared/contracts/supports.ts';
import type { PeopleByLevel } from '@parvis/shared/contracts/contributions.ts';
import { call } from '../../platform/call.ts';
import { idempotent } from '../../platform/query-client.ts';

/** A contribution's public count, as the newest news have it. */
export interface Counted {
  readonly supports: number;
  readonly people: PeopleByLevel;
}

/** What a list or a page was told when it was read. */
export interface SupportFacts extends Counted {
  readonly contributionId: string;
  readonly mine: boolean;
}

export const supportKeys = {
  /** News of a count: they live as long as something shows them; a page that is read later brings its own. */
  count: (contributionId: string) => ['supports', 'count', contributionId] as const,
  /** What the reader did since the page was read. */
  own: (contributionId: string) => ['supports', 'own', contributionId] as const,
};

const countNews = (contributionId: string) =>
  queryOptions<Counted>({ queryKey: supportKeys.count(contributionId), queryFn: skipToken, gcTime: 0 });
const ownNews = (contributionId: string) => queryOptions<boolean>({ queryKey: supportKeys.own(contributionId), queryFn: skipToken });

/** The facts with everything that was heard since. */
export function useSupportFacts({ contributionId, ...read }: SupportFacts): SupportFacts {
  const { data: count } = useQuery(countNews(contributionId));
  const { data: mine } = useQuery(ownNews(contributionId));
  return { contributionId, ...read, ...count, mine: mine ?? read.mine };
}

/**
 * Supports or takes back: shown at once, sent until an answer comes (an act that may be sent twice), undone on the screen when it is
 * refused. Lists and pages that hold the old figures are read again when they are next shown.
 */
export function useSupport(facts: SupportFacts) {
  const client = useQueryClient();
  const { contributionId } = facts;
  const show = (counted: Counted, mine: boolean): void => {
    client.setQueryData(supportKeys.count(contributionId), counted);
    client.setQueryData(supportKeys.own(contributionId), mine);
  };
  return useMutation({
    ...idempotent,
    mutationFn: (wanted: boolean): Promise<Support> => call(wanted ? addSupport : removeSupport, { params: { contributionId } }),
    onMutate: (wanted) =>
      show({ people: facts.people, supports: Math.max(0, facts.supports + (wanted === facts.mine ? 0 : wanted ? 1 : -1)) }, wanted),
    onError: () => show(facts, facts.mine),
    onSuccess: (support) => {
      show({ supports: support.count, people: support.people }, support.mine);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'supports', refetchType: 'none' });
    },
  });
}
