import { costOf, pointsOf, type Election, type Supporters } from './election.ts';
import type { Shares } from './equal-shares.ts';
import { greedyOrder } from './greedy.ts';
import { lowest, plus, times, type Rational } from './rational.ts';

/** Why a project was funded by equal shares, or what it lacked; money in the unit of the costs, exactly. */
export type SharesReason =
  | {
      readonly funded: true;
      /** The place of the purchase, from 1. */
      readonly round: number;
      /** What one point cost those who could pay it; for approvals, what each of them paid. */
      readonly price: Rational;
      readonly paidInFull: number;
      /** Supporters who gave all that they had left, and what that was together. */
      readonly paidTheRest: number;
      readonly rest: Rational;
    }
  | {
      readonly funded: false;
      readonly supporters: number;
      /** What its supporters had left at the end, together. */ readonly left: Rational;
      /** What they lacked. */ readonly lacking: Rational;
    };

/**
 * Reads a count by equal shares back into reasons, one for each project in the order of `projects`.
 * @param endowment with which the count was made
 */
export function explainShares(
  election: Election,
  supporters: Supporters,
  endowment: Rational,
  { purchases, spentAt }: Shares,
): SharesReason[] {
  const { offsets, choices, points } = election;
  const roundOf = new Map(purchases.map(({ project }, round) => [project, round]));
  /** The money of voters before a round: the endowment of each, less the prices of what they bought before; nothing for those who had spent all. */
  const moneyOf = (voters: readonly number[], before: number): Rational => {
    const having = voters.filter((voter) => spentAt[voter]! < 0 || spentAt[voter]! >= before);
    const paid = new Array<number>(purchases.length).fill(0);
    for (const voter of having)
      for (let at = offsets[voter]!; at < offsets[voter + 1]!; at += 1) {
        const round = roundOf.get(choices[at]!);
        if (round !== undefined && round < before) paid[round]! += points[at]!;
      }
    return paid.reduce(
      (money, weight, round) => (weight === 0 ? money : plus(money, times(purchases[round]!.price, -weight))),
      times(endowment, having.length),
    );
  };
  return election.projects.map(({ cost }, project) => {
    const voters = [...supporters.voters.subarray(supporters.starts[project], supporters.starts[project + 1])];
    const round = roundOf.get(project);
    if (round === undefined) {
      const left = moneyOf(voters, purchases.length);
      return { funded: false, supporters: voters.length, left, lacking: plus({ num: BigInt(cost), den: 1n }, times(left, -1)) };
    }
    const emptied = voters.filter((voter) => spentAt[voter] === round);
    const paidInFull = voters.filter((voter) => spentAt[voter]! < 0 || spentAt[voter]! > round).length;
    return {
      funded: true,
      round: round + 1,
      price: lowest(purchases[round]!.price),
      paidInFull,
      paidTheRest: emptied.length,
      rest: moneyOf(emptied, round),
    };
  });
}

/** Why a project was funded by a greedy count: its place in the order of points, and the money that was left when its turn came. */
export interface GreedyReason {
  readonly funded: boolean;
  /** From 1; equals stand in the order of the tie rule. */
  readonly turn: number;
  readonly points: number;
  readonly leftBefore: number;
  /** What was lacking; 0 where it was funded, or stood aside for its exclusive group. */
  readonly lacking: number;
}

/** Reads a greedy count by points back into reasons, one for each project in the order of `projects`. */
export function explainGreedy(election: Election, funded: readonly number[], ranks: Int32Array): GreedyReason[] {
  const points = pointsOf(election);
  const isFunded = new Set(funded);
  let left = election.budget;
  const reasons = new Map<number, GreedyReason>();
  greedyOrder(election, 'votes', ranks).forEach((p, at) => {
    const cost = election.projects[p]!.cost;
    reasons.set(p, {
      funded: isFunded.has(p),
      turn: at + 1,
      points: points[p]!,
      leftBefore: left,
      lacking: isFunded.has(p) ? 0 : Math.max(0, cost - left),
    });
    if (isFunded.has(p)) left -= cost;
  });
  if (left !== election.budget - costOf(election, funded)) throw new RangeError('The funded projects are not of this election.');
  return election.projects.map((_, p) => reasons.get(p)!);
}
