import { addOne } from './add-one.ts';
import { aboveMinimum, costOf, supportersOf, type Election } from './election.ts';
import { equalShares, type Utility } from './equal-shares.ts';
import { countGreedy, fillGreedily } from './greedy.ts';
import { countPhragmen } from './phragmen.ts';
import { tieRanks, type TieRule } from './ties.ts';

/** The rules by which a budget can be counted. */
export const countingRules = ['greedy', 'greedy-per-cost', 'equal-shares', 'phragmen'] as const;
export type CountingRule = (typeof countingRules)[number];

/** What equal shares does with the money that its first count leaves: see add-one.ts. `add1` goes on until the next step would overspend; the two
 * others stop as soon as nothing more fits, and `add1-utilitarian` then fills up by points what an overspending step left over. */
export const completions = ['none', 'add1-exhaustive', 'add1', 'add1-utilitarian'] as const;
export type Completion = (typeof completions)[number];

/** A rule with all that decides its outcome. */
export interface CountOptions {
  readonly rule: CountingRule;
  readonly utility: Utility;
  readonly completion: Completion;
  readonly ties: TieRule;
  /** One unit of money in the unit of the costs: by so much `add1` raises each endowment at a time. */
  readonly unitSize: number;
}

/** Places of the funded projects in the order in which they were taken, and what they cost, in the unit of the costs. */
export interface Outcome {
  readonly funded: readonly number[];
  readonly totalCost: number;
}

/** Counts ballots by a rule: the one function that the town, the reader's browser and `npm run count` run. */
export function countBudget(election: Election, options: CountOptions): Outcome {
  const above = aboveMinimum(election);
  const funded = fundedBy(above.election, options).map((place) => above.places[place]!);
  return { funded, totalCost: costOf(election, funded) };
}

function fundedBy(election: Election, { rule, utility, completion, ties, unitSize }: CountOptions): number[] {
  const ranks = tieRanks(election, ties);
  if (rule === 'greedy') return countGreedy(election, 'votes', ranks);
  if (rule === 'greedy-per-cost') return countGreedy(election, 'votes-per-cost', ranks);
  if (rule === 'phragmen') return countPhragmen(election, ranks);
  if (election.offsets.length < 2) return [];
  const shares =
    completion === 'none'
      ? equalShares(
          election,
          supportersOf(election),
          { num: BigInt(election.budget), den: BigInt(election.offsets.length - 1) },
          utility,
          ranks,
        )
      : addOne(election, utility, ranks, { until: completion === 'add1' ? 'overspend' : 'exhaustive', unitSize }).shares;
  const bought = shares.purchases.map(({ project }) => project);
  return completion === 'add1-utilitarian' ? fillGreedily(election, bought, 'votes', ranks) : bought;
}
