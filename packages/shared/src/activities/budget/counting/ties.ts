import { pointsOf, type Election } from './election.ts';

/**
 * How equals are told apart, known before the vote begins.
 * - `votes-cost`: more points first, then the cheaper, then id as text;
 * - `cost`: the cheaper first, then id as text;
 * - `id`: id as text;
 * - `lots`: the drawing of lots below.
 */
export type TieRule = { readonly by: 'votes-cost' | 'cost' | 'id' } | { readonly by: 'lots'; readonly lots: ReadonlyMap<string, string> };

/** Text in the order of its UTF-16 code units, so that every machine finds the same. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The rank of each project under a tie rule, 0 first: a total order, so that no result depends on the order of the input.
 * For `lots`, `lots` gives each id the hexadecimal SHA-256 of seed, line feed and id; the smallest comes first. The seed is published before
 * the vote's end by something that nobody steers (a public draw, a number of the state lottery): see `drawLots`.
 */
export function tieRanks(election: Election, rule: TieRule): Int32Array {
  const points = pointsOf(election);
  const { projects } = election;
  const order = (a: number, b: number): number => {
    const [one, other] = [projects[a]!, projects[b]!];
    const byCost = one.cost - other.cost;
    const first =
      rule.by === 'votes-cost'
        ? points[b]! - points[a]! || byCost
        : rule.by === 'cost'
          ? byCost
          : rule.by === 'lots'
            ? byText(rule.lots.get(one.id)!, rule.lots.get(other.id)!)
            : 0;
    return first || byText(one.id, other.id);
  };
  const ranks = new Int32Array(projects.length);
  projects
    .map((_, p) => p)
    .sort(order)
    .forEach((p, rank) => {
      ranks[p] = rank;
    });
  return ranks;
}

/** Draws lots: the SHA-256, in hexadecimal, of `seed`, one line feed and the id, all in UTF-8, for each id. Anyone can draw them again with a shell. */
export async function drawLots(seed: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const encoder = new TextEncoder();
  const drawn = ids.map(async (id) => {
    const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`${seed}\n${id}`));
    return [id, [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')] as const;
  });
  return new Map(await Promise.all(drawn));
}
