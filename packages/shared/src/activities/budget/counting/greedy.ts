import { costOf, pointsOf, type Election } from './election.ts';

/**
 * Greedy count of a participatory budget: projects are taken in their order, and one that no longer fits (or whose exclusive group is
 * taken) is passed over. `votes`: most points first; `votes-per-cost`: most points for each unit of money first, compared exactly by
 * cross-multiplication.
 * @param ranks the tie rule's, from `tieRanks`
 * @returns places of the funded projects, in the order in which they were taken
 * Source: Talmon & Faliszewski, A Framework for Approval-Based Budgeting Methods, AAAI 2019: greedy rules over the number of approvals and over
 * approvals per cost.
 */
export function countGreedy(election: Election, by: 'votes' | 'votes-per-cost', ranks: Int32Array): number[] {
  return fillGreedily(election, [], by, ranks);
}

/** Places in the order in which a greedy count looks at them. */
export function greedyOrder(election: Election, by: 'votes' | 'votes-per-cost', ranks: Int32Array): number[] {
  const { projects } = election;
  const points = pointsOf(election);
  const perCost = (a: number, b: number): number => {
    const left = BigInt(points[b]!) * BigInt(projects[a]!.cost);
    const right = BigInt(points[a]!) * BigInt(projects[b]!.cost);
    return left < right ? -1 : left > right ? 1 : 0;
  };
  return projects.map((_, p) => p).sort((a, b) => (by === 'votes' ? points[b]! - points[a]! : perCost(a, b)) || ranks[a]! - ranks[b]!);
}

/** The same, after some projects were funded otherwise: they stay, and what they leave of the budget is spent in the order of the rule. */
export function fillGreedily(election: Election, before: readonly number[], by: 'votes' | 'votes-per-cost', ranks: Int32Array): number[] {
  const { projects, groups } = election;
  const funded = [...before];
  const isFunded = new Set(before);
  const closed = new Set(before.map((p) => groups?.[p] ?? -1).filter((group) => group >= 0));
  let left = election.budget - costOf(election, before);
  for (const p of greedyOrder(election, by, ranks)) {
    const group = groups?.[p] ?? -1;
    if (isFunded.has(p) || projects[p]!.cost > left || closed.has(group)) continue;
    funded.push(p);
    left -= projects[p]!.cost;
    if (group >= 0) closed.add(group);
  }
  return funded;
}
