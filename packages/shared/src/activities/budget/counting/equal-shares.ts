import type { Election, Supporters } from './election.ts';
import { Exact } from './equal-shares-exact.ts';
import { compare, toNumber, type Rational } from './rational.ts';

/** How much a project is worth to who chose it: its points times its cost, or its points alone. */
export type Utility = 'cost' | 'cardinality';

/** A purchase: the project, and what each supporter pays for one point, in the unit of the costs (or all that is left to them, if less). */
export interface Purchase {
  readonly project: number;
  readonly price: Rational;
}

/** One round, kept so that a jump over endowments can be proved: see add-one.ts. Keys are prices for one unit of utility. */
export interface Round {
  readonly project: number;
  readonly key: Rational;
  /** Others whose key was as good as the chosen one's up to the tolerance, exactly. */
  readonly contenders: readonly { readonly project: number; readonly key: Rational }[];
  /** No project beside the chosen one and the contenders has a key below this. */
  readonly othersAbove: number;
}

/** What equal shares buys with an endowment. */
export interface Shares {
  readonly purchases: readonly Purchase[];
  readonly rounds: readonly Round[];
  /** For each voter the number of the purchase for which all the rest of the money went, or -1. */
  readonly spentAt: Int32Array;
}

/**
 * Within this relative distance floats decide nothing. They carry an error below (rounds + 1) · 3 · 2^-53 of the endowment for each balance; a
 * sum over a project's supporters, and what is divided by their points, multiplies it at most as `isTrusted` says, which is checked each time.
 */
const tolerance = 1e-8;
const unit = 2 ** -53;

/** Upper bound of supporters for which the bound above holds whatever the balances: more have every comparison made exactly. */
function isTrusted(rounds: number, supporters: number, endowment: number, cost: number): boolean {
  const balance = (rounds + 1) * 3 * unit * endowment;
  return supporters * (balance + 4 * unit * Math.max(cost, endowment)) < tolerance * cost * 0.1;
}

/**
 * The method of equal shares: each voter gets the same endowment; the project whose supporters pay least for each unit of utility is bought, each
 * paying in proportion to what it is worth to them or all that they have left, until the supporters of no project can pay for it.
 * @param endowment of each voter, in the unit of the costs
 * @param ranks the tie rule's, from `tieRanks`
 * @param reach for each round a key up to which candidates are looked at even where a better one is known: it sharpens `othersAbove`
 * Exact: floats with a proven bound rule candidates out, fractions decide whatever is near. A candidate's price never falls from one round to the
 * next, so an earlier one is a lower bound and most candidates are not looked at again (lazy evaluation).
 * Source: Peters, Pierczyński & Skowron, Proportional Participatory Budgeting with Additive Utilities, NeurIPS 2021; Peters & Skowron, Proportionality
 * and the Limits of Welfarism, EC 2020.
 */
export function equalShares(
  election: Election,
  supporters: Supporters,
  endowment: Rational,
  utility: Utility,
  ranks: Int32Array,
  reach: readonly number[] = [],
): Shares {
  const { projects, groups } = election;
  const { starts, voters, points } = supporters;
  const start = toNumber(endowment);
  const balances = new Float64Array(election.offsets.length - 1).fill(start);
  const exact = new Exact(election, supporters, endowment);
  const worth = projects.map(({ cost }) => (utility === 'cost' ? cost : 1));
  const low = new Float64Array(projects.length); // lower bounds of the keys; Infinity: not to be had any more
  for (let p = 0; p < projects.length; p += 1) if (starts[p + 1]! === starts[p]!) low[p] = Infinity;
  const seenIn = new Int32Array(projects.length).fill(-1); // the last round in which a project was looked at

  /** The price of one point in floats, within the tolerance; Infinity: not to be had; NaN: too near to say. Begins at the price known so far. */
  const price = (p: number): number => {
    const [from, to] = [starts[p]!, starts[p + 1]!];
    const { cost } = projects[p]!;
    if (!isTrusted(exact.rounds, to - from, start, cost)) return Number.NaN;
    let found = low[p]! * worth[p]!;
    for (;;) {
      let money = 0;
      let poor = 0;
      let rich = 0;
      let solid = 0;
      for (let at = from; at < to; at += 1) {
        const balance = balances[voters[at]!]!;
        const weight = points[at]!;
        const share = found * weight;
        money += balance;
        if (balance < share || balance === 0) poor += balance;
        else {
          rich += weight;
          if (balance > share * (1 + tolerance)) solid += weight;
        }
      }
      if (money < cost * (1 - tolerance)) return Infinity;
      if (money < cost * (1 + tolerance) || rich === 0) return Number.NaN;
      const next = (cost - poor) / rich;
      // The slope that is left at the price carries the sum's error: with too little of it only fractions are sure.
      if (next <= found * (1 + 4 * unit)) {
        const error = (to - from) * (exact.rounds + 2) * 8 * unit * Math.max(start, cost);
        return error < solid * found * tolerance ? found : Number.NaN;
      }
      found = next;
    }
  };

  const purchases: Purchase[] = [];
  const rounds: Round[] = [];
  for (;;) {
    let best = Infinity;
    const atLeast = reach[rounds.length] ?? 0;
    const near: { project: number; about: number }[] = [];
    for (;;) {
      let p = -1;
      for (let one = 0; one < projects.length; one += 1)
        if (seenIn[one] !== rounds.length && low[one]! < Infinity && (p < 0 || low[one]! < low[p]!)) p = one;
      if (p < 0 || low[p]! > Math.max(best * (1 + 2 * tolerance), atLeast)) break;
      seenIn[p] = rounds.length;
      let about = price(p) / worth[p]!;
      if (Number.isNaN(about)) {
        const sure = exact.price(p, balances, low[p]! * worth[p]!);
        about = sure ? toNumber(sure) / worth[p]! : Infinity;
      }
      low[p] = about === Infinity ? Infinity : about * (1 - tolerance);
      if (about === Infinity) continue;
      best = Math.min(best, about);
      near.push({ project: p, about });
    }
    if (best === Infinity) break;
    const contenders = near
      .filter(({ about }) => about <= best * (1 + 4 * tolerance))
      .map(({ project, about }) => ({ project, price: exact.price(project, balances, about * worth[project]!)! }))
      .map(({ project, price: sure }) => ({ project, price: sure, key: { num: sure.num, den: sure.den * BigInt(worth[project]!) } }))
      .sort((a, b) => compare(a.key, b.key) || ranks[a.project]! - ranks[b.project]!);
    const chosen = contenders[0]!;
    const isNear = new Set(contenders.map(({ project }) => project));
    let othersAbove = Infinity;
    for (let p = 0; p < projects.length; p += 1) if (!isNear.has(p)) othersAbove = Math.min(othersAbove, low[p]!);
    rounds.push({
      project: chosen.project,
      key: chosen.key,
      contenders: contenders.slice(1).map(({ project, key }) => ({ project, key })),
      othersAbove,
    });
    purchases.push({ project: chosen.project, price: chosen.price });
    exact.buy(chosen.project, chosen.price, balances);
    low[chosen.project] = Infinity;
    const group = groups?.[chosen.project] ?? -1;
    if (group >= 0) for (let p = 0; p < projects.length; p += 1) if (groups![p] === group) low[p] = Infinity;
  }
  return { purchases, rounds, spentAt: exact.spentAt };
}
