import { addOne } from './add-one.ts';
import { aboveMinimum, costOf, pointsOf, supportersOf, type Election } from './election.ts';
import { equalShares, type Utility } from './equal-shares.ts';
import { explainGreedy, explainShares, type GreedyReason, type SharesReason } from './explain.ts';
import { countGreedy, fillGreedily } from './greedy.ts';
import { countPhragmen } from './phragmen.ts';
import type { Rational } from './rational.ts';
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

/** Why a project was funded or not. `below-minimum`: too few points; `filled`: taken by points from what equal shares left; `turn`: of Phragmén's purchases. */
export type Reason =
  | ({ readonly by: 'shares' } & SharesReason)
  | ({ readonly by: 'greedy' } & GreedyReason)
  | { readonly by: 'below-minimum'; readonly points: number }
  | { readonly by: 'filled'; readonly funded: boolean }
  | { readonly by: 'turn'; readonly turn: number | null };

/** Places of the funded projects in the order in which they were taken, and what they cost, in the unit of the costs. */
export interface Outcome {
  readonly funded: readonly number[];
  readonly totalCost: number;
  /** Gives a reason for each project, in the order of `projects`; null for votes by cost, whose order says all. */
  explain(): readonly (Reason | null)[];
}

/** Counts ballots by a rule: the one function that the town, the reader's browser and `npm run count` run. */
export function countBudget(election: Election, options: CountOptions): Outcome {
  const above = aboveMinimum(election);
  const { funded, explain } = countAbove(above.election, options);
  const explained = (): (Reason | null)[] => {
    const reasons = explain();
    const points = pointsOf(election);
    const placeOf = new Map(above.places.map((place, at) => [place, at]));
    return election.projects.map((_, place) =>
      placeOf.has(place) ? reasons[placeOf.get(place)!]! : { by: 'below-minimum', points: points[place]! },
    );
  };
  const places = funded.map((place) => above.places[place]!);
  return { funded: places, totalCost: costOf(election, places), explain: explained };
}

type Counted = Pick<Outcome, 'funded' | 'explain'>;

function countAbove(election: Election, options: CountOptions): Counted {
  const ranks = tieRanks(election, options.ties);
  if (options.rule === 'equal-shares') return countShares(election, options, ranks);
  if (options.rule === 'phragmen') {
    const funded = countPhragmen(election, ranks);
    return {
      funded,
      explain: () => election.projects.map((_, p) => ({ by: 'turn', turn: funded.includes(p) ? funded.indexOf(p) + 1 : null })),
    };
  }
  const isByVotes = options.rule === 'greedy';
  const funded = countGreedy(election, isByVotes ? 'votes' : 'votes-per-cost', ranks);
  return {
    funded,
    explain: () =>
      isByVotes ? explainGreedy(election, funded, ranks).map((reason) => ({ by: 'greedy', ...reason })) : election.projects.map(() => null),
  };
}

function countShares(election: Election, { utility, completion, unitSize }: CountOptions, ranks: Int32Array): Counted {
  if (election.offsets.length < 2) return { funded: [], explain: () => election.projects.map(() => null) };
  const supporters = supportersOf(election);
  const part: Rational = { num: BigInt(election.budget), den: BigInt(election.offsets.length - 1) };
  const { shares, endowment } =
    completion === 'none'
      ? { shares: equalShares(election, supporters, part, utility, ranks), endowment: part }
      : addOne(election, utility, ranks, { until: completion === 'add1' ? 'overspend' : 'exhaustive', unitSize });
  const bought = shares.purchases.map(({ project }) => project);
  const funded = completion === 'add1-utilitarian' ? fillGreedily(election, bought, 'votes', ranks) : bought;
  const explain = (): Reason[] =>
    explainShares(election, supporters, endowment, shares).map((reason, p) =>
      !reason.funded && funded.includes(p) ? { by: 'filled', funded: true } : { by: 'shares', ...reason },
    );
  return { funded, explain };
}
