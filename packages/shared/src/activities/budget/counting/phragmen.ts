import { supportersOf, type Election } from './election.ts';
import { compare, lowest, type Rational } from './rational.ts';

/**
 * Sequential Phragmén: every voter earns money at the same pace; a project is bought the moment its supporters have its cost together, which takes all
 * their money; the count ends when the project whose turn it is no longer fits into the budget.
 * @param ranks the tie rule's, from `tieRanks`; points count for nothing: a choice is an approval
 * @returns places of the funded projects, in the order in which they were bought
 * Source: Los, Christoff & Grossi, Proportional Budget Allocations: Towards a Systematization, IJCAI 2022, after Phragmén's rule of 1894 as told in
 * Brill, Freeman, Janson & Lackner, Phragmén's Voting Methods and Justified Representation, AAAI 2017. Loads of a project's supporters are equal after it
 * was bought, so a voter's load is that of the last purchase of theirs: one fraction for each purchase.
 */
export function countPhragmen(election: Election, ranks: Int32Array): number[] {
  const { projects, budget, groups } = election;
  const { starts, voters } = supportersOf(election);
  const last = new Int32Array(election.offsets.length - 1).fill(-1); // each voter's last purchase
  const times: Rational[] = [];
  const counts = projects.map(() => new Map<number, number>()); // supporters of each project by their last purchase
  const size = (p: number): number => starts[p + 1]! - starts[p]!;
  const candidates = new Set(projects.map((_, p) => p).filter((p) => size(p) > 0));
  for (const p of candidates) counts[p]!.set(-1, size(p));
  const timeOf = (p: number): Rational => {
    let [num, den] = [BigInt(projects[p]!.cost), 1n];
    for (const [purchase, people] of counts[p]!) {
      if (purchase < 0) continue;
      const time = times[purchase]!;
      [num, den] = [num * time.den + BigInt(people) * time.num * den, den * time.den];
    }
    return lowest({ num, den: den * BigInt(size(p)) });
  };
  const known = new Map([...candidates].map((p) => [p, timeOf(p)]));
  const funded: number[] = [];
  let left = budget;
  while (candidates.size > 0) {
    const next = [...candidates].reduce((a, b) => {
      const order = compare(known.get(a)!, known.get(b)!) || ranks[a]! - ranks[b]!;
      return order <= 0 ? a : b;
    });
    if (projects[next]!.cost > left) break;
    funded.push(next);
    left -= projects[next]!.cost;
    times.push(known.get(next)!);
    candidates.delete(next);
    const group = groups?.[next] ?? -1;
    if (group >= 0) for (const p of [...candidates]) if (groups![p] === group) candidates.delete(p);
    for (let at = starts[next]!; at < starts[next + 1]!; at += 1) {
      const voter = voters[at]!;
      for (let c = election.offsets[voter]!; c < election.offsets[voter + 1]!; c += 1) {
        const moved = counts[election.choices[c]!]!;
        const before = moved.get(last[voter]!)! - 1;
        if (before === 0) moved.delete(last[voter]!);
        else moved.set(last[voter]!, before);
        moved.set(times.length - 1, (moved.get(times.length - 1) ?? 0) + 1);
      }
      last[voter] = times.length - 1;
    }
    for (const p of candidates) if (counts[p]!.has(times.length - 1)) known.set(p, timeOf(p));
  }
  return funded;
}
