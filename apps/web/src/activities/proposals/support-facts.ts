import type { PeopleByLevel } from '@parvis/shared/contracts/contributions.ts';
import type { SupportFacts } from '../../features/supports/queries.ts';

/** What the support pieces need of a proposal. */
export function supportFactsOf(proposal: {
  readonly id: string;
  readonly supports: number;
  readonly mine: boolean;
  readonly people: PeopleByLevel;
}): SupportFacts {
  return { contributionId: proposal.id, supports: proposal.supports, people: proposal.people, mine: proposal.mine };
}
