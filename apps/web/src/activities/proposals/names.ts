import type { ProposalPage } from '@parvis/shared/activities/proposals/contract.ts';

/** Names of categories and quarters by `category:<id>` and `area:<id>`. */
export function namesOf({ categories, areas }: Pick<ProposalPage, 'categories' | 'areas'>): ReadonlyMap<string, string> {
  return new Map([
    ...categories.map((one) => [`category:${one.id}`, one.name] as const),
    ...areas.map((one) => [`area:${one.id}`, one.name] as const),
  ]);
}
