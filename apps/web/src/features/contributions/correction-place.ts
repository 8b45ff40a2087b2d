import type { ContributionCard } from '@parvis/shared/contracts/contributions.ts';

/** Where an author corrects what a moderator asked for: beside a published comment stands no form, its author has one above the debate. */
export function correctionPlace({ path, states }: Pick<ContributionCard, 'path' | 'states'>): string {
  return states.publication === 'pending' ? path : path.replace('#c-', '#mien-');
}
