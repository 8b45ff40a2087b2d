import { costOf, fitting, supportersOf, type Election } from './election.ts';
import { equalShares, type Shares, type Utility } from './equal-shares.ts';
import { compare, toNumber, type Rational } from './rational.ts';

/** When the increments end: as soon as nothing more fits into the budget, or before the step that would overspend it. */
export type AddOneUntil = 'exhaustive' | 'overspend';

/** The last outcome within the budget, and the whole units that each voter got beyond the equal part of the budget. */
export interface AddOne {
  readonly shares: Shares;
  /** With which that count was made, for each voter, in the unit of the costs. */
  readonly endowment: Rational;
  readonly increments: number;
}

const placesOf = (shares: Shares): number[] => shares.purchases.map(({ project }) => project);

/**
 * Whether the count takes the same course at every endowment between a lower and a higher one of which the counts are known. While the course is the
 * same, a higher endowment only lowers prices and raises balances; so a candidate's key in between is at least its key at the higher endowment, and the
 * chosen one's at most its key at the lower. Where these do not cross in any round, nothing in between can differ.
 */
function isSameBetween(lower: Shares, higher: Shares, ranks: Int32Array): boolean {
  if (lower.rounds.length !== higher.rounds.length) return false;
  return higher.rounds.every((round, at) => {
    const { project, key } = lower.rounds[at]!;
    if (round.project !== project || !(toNumber(key) * (1 + 1e-12) < round.othersAbove)) return false;
    return round.contenders.every((other) => {
      const order = compare(key, other.key);
      return order < 0 || (order === 0 && ranks[project]! < ranks[other.project]!);
    });
  });
}

/**
 * Equal shares with the completion "add one": every voter's endowment is raised by one unit at a time, and the whole is counted anew, until the
 * outcome leaves no room (`exhaustive`) or the next one would cost more than the budget (`overspend`). Increments between which nothing can change are
 * jumped over (`isSameBetween`), which gives the outcome of trying each of them.
 * @param unitSize one unit of money in the unit of the costs (100 where costs are in cents)
 * @param from the endowment with which the increments begin; the equal part of the budget when left out
 * Source: Peters, Pierczyński & Skowron, NeurIPS 2021, section on completion (increasing the endowments); equalshares.net for the two ends.
 */
export function addOne(
  election: Election,
  utility: Utility,
  ranks: Int32Array,
  { until, unitSize, from }: { until: AddOneUntil; unitSize: number; from?: number },
): AddOne {
  const supporters = supportersOf(election);
  const voters = BigInt(Math.max(1, election.offsets.length - 1));
  const first = from === undefined ? BigInt(election.budget) : BigInt(from) * voters;
  const endowmentAfter = (increments: number): Rational => ({ num: first + BigInt(increments) * BigInt(unitSize) * voters, den: voters });
  const at = (increments: number, lower?: Shares): Shares => {
    const reach = lower?.rounds.map(({ key }) => toNumber(key) * (1 + 1e-6));
    return equalShares(election, supporters, endowmentAfter(increments), utility, ranks, reach);
  };
  const isChosen = (p: number): boolean => supporters.starts[p + 1]! > supporters.starts[p]!;
  const isEnd = (shares: Shares): boolean => {
    const places = placesOf(shares);
    if (!fitting(election, places, Number.MAX_SAFE_INTEGER).some(isChosen)) return true; // more money buys nothing more
    return until === 'exhaustive' && fitting(election, places, election.budget - costOf(election, places)).length === 0;
  };
  let shares = at(0);
  let increments = 0;
  let step = 1;
  // After a jump that proved nothing, longer ones are tried more and more seldom, so that tries cost little where nothing can be jumped over.
  let [patience, successes] = [1, 0];
  while (!isEnd(shares)) {
    const next = at(increments + step, step > 1 ? shares : undefined);
    if (step > 1 && !isSameBetween(shares, next, ranks)) {
      step = Math.floor(step / 2);
      [patience, successes] = [Math.min(16, patience * 2), 0];
      continue;
    }
    if (costOf(election, placesOf(next)) > election.budget) break;
    shares = next;
    increments += step;
    successes += 1;
    if (successes >= patience) [step, patience, successes] = [step * 2, Math.max(1, Math.floor(patience / 2)), 0];
  }
  return { shares, increments, endowment: endowmentAfter(increments) };
}
