import type { SmallVote } from './small-votes.ts';

/** A fraction of two integers, the lower positive. */
type Fraction = readonly [bigint, bigint];
const less = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d];
const times = ([a, b]: Fraction, n: bigint): Fraction => [a * n, b];

/**
 * Equal shares straight from its definition, without floats, laziness or groups of voters: in each round, for each project, the smallest price at which
 * its supporters pay its cost is found among all prices at which one more of them runs out. Slow; for comparison in tests alone.
 */
export function slowEqualShares(
  { projects, ballots }: SmallVote,
  endowment: Fraction,
  utility: 'cost' | 'cardinality',
  rankOf: (id: string) => number,
): string[] {
  const chosen = ballots.map((ballot) => {
    const points = new Map<string, bigint>();
    for (const [id, value] of ballot) if (!points.has(id)) points.set(id, BigInt(value));
    return points;
  });
  const money: Fraction[] = ballots.map(() => endowment);
  const bought: string[] = [];
  for (;;) {
    let best: { id: string; price: Fraction; key: Fraction } | null = null;
    for (const { id, cost } of projects) {
      if (bought.includes(id)) continue;
      const supporters = chosen.flatMap((points, voter) => (points.has(id) ? [{ voter, points: points.get(id)! }] : []));
      supporters.sort((a, b) => (less(times(money[a.voter]!, b.points), times(money[b.voter]!, a.points)) ? -1 : 1));
      let left: Fraction = [BigInt(cost), 1n];
      let weight = supporters.reduce((sum, one) => sum + one.points, 0n);
      let price: Fraction | null = null;
      for (const { voter, points } of supporters) {
        const asked: Fraction = [left[0], left[1] * weight];
        if (!less(money[voter]!, times(asked, points))) {
          price = asked;
          break;
        }
        left = minus(left, money[voter]!);
        weight -= points;
      }
      if (!price) continue;
      const key: Fraction = utility === 'cost' ? [price[0], price[1] * BigInt(cost)] : price;
      if (!best || less(key, best.key) || (!less(best.key, key) && rankOf(id) < rankOf(best.id))) best = { id, price, key };
    }
    if (!best) return bought;
    bought.push(best.id);
    for (const [voter, points] of chosen.entries()) {
      if (!points.has(best.id)) continue;
      const share = times(best.price, points.get(best.id)!);
      money[voter] = less(money[voter]!, share) ? [0n, 1n] : minus(money[voter]!, share);
    }
  }
}
