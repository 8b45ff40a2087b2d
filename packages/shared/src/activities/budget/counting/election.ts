/** A project as the rules see it. `cost` is a positive integer in the vote's smallest unit of money, at most 2^53. */
export interface CountedProject {
  readonly id: string;
  readonly cost: number;
}

/** A ballot in words: project ids, each with its points (1 for an approval). */
export type CountedBallot = readonly (readonly [projectId: string, points: number])[];

/**
 * What is counted. Ballot `b` chose the projects `choices[offsets[b]]` to `choices[offsets[b + 1] - 1]` (places in `projects`), with the points
 * that stand beside them in `points`. Typed arrays, because a town's vote has a million choices and every rule walks through them many times.
 */
export interface Election {
  readonly projects: readonly CountedProject[];
  /** In the unit of the costs. */
  readonly budget: number;
  readonly offsets: Int32Array;
  readonly choices: Int32Array;
  readonly points: Int32Array;
  /** Projects with fewer points are not funded, whatever the rule; 0 for none. */
  readonly minimum?: number;
  /** For each project the number of its exclusive group, of which at most one is funded; -1 for none. */
  readonly groups?: Int32Array;
}

/**
 * Ballots by id as the rules count them: ids that name no project, ids repeated within a ballot and points of zero or less count for nothing.
 * @throws RangeError for a cost or budget that is no integer of the unit, or two projects with one id
 */
export function electionOf(projects: readonly CountedProject[], ballots: readonly CountedBallot[], budget: number): Election {
  const places = new Map(projects.map(({ id }, at) => [id, at]));
  if (places.size < projects.length) throw new RangeError('Two projects have one id.');
  if (!Number.isSafeInteger(budget) || budget < 0) throw new RangeError('A budget is a whole number of its smallest unit.');
  for (const { id, cost } of projects)
    if (!Number.isSafeInteger(cost) || cost <= 0)
      throw new RangeError(`The cost of ${id} is no positive whole number of the smallest unit.`);
  const offsets = new Int32Array(ballots.length + 1);
  const choices: number[] = [];
  const points: number[] = [];
  ballots.forEach((ballot, b) => {
    const seen = new Set<number>();
    for (const [id, value] of ballot) {
      const place = places.get(id);
      if (place === undefined || seen.has(place) || value <= 0) continue;
      seen.add(place);
      choices.push(place);
      points.push(value);
    }
    offsets[b + 1] = choices.length;
  });
  return { projects, budget, offsets, choices: Int32Array.from(choices), points: Int32Array.from(points) };
}

/** Who chose each project: supporters of project `p` are `voters[starts[p]]` to `voters[starts[p + 1] - 1]`, with their points beside them. */
export interface Supporters {
  readonly starts: Int32Array;
  readonly voters: Int32Array;
  readonly points: Int32Array;
}

/** The ballots turned round, in one pass. */
export function supportersOf({ projects, offsets, choices, points }: Election): Supporters {
  const starts = new Int32Array(projects.length + 1);
  for (let at = 0; at < choices.length; at += 1) starts[choices[at]! + 1]! += 1;
  for (let p = 0; p < projects.length; p += 1) starts[p + 1]! += starts[p]!;
  const next = starts.slice();
  const voters = new Int32Array(choices.length);
  const given = new Int32Array(choices.length);
  for (let b = 0; b + 1 < offsets.length; b += 1)
    for (let at = offsets[b]!; at < offsets[b + 1]!; at += 1) {
      const slot = next[choices[at]!]!++;
      voters[slot] = b;
      given[slot] = points[at]!;
    }
  return { starts, voters, points: given };
}

/** Points of each project; the number of its supporters where every choice is worth one. */
export function pointsOf({ projects, choices, points }: Election): Float64Array {
  const sums = new Float64Array(projects.length);
  for (let at = 0; at < choices.length; at += 1) sums[choices[at]!]! += points[at]!;
  return sums;
}

/** The election without the projects below its minimum, and the places that the others have in it. */
export function aboveMinimum(election: Election): { readonly election: Election; readonly places: readonly number[] } {
  const { projects, minimum = 0, groups } = election;
  const sums = pointsOf(election);
  const places = projects.map((_, place) => place).filter((place) => sums[place]! >= minimum);
  if (places.length === projects.length) return { election, places };
  const newPlace = new Int32Array(projects.length).fill(-1);
  places.forEach((place, at) => {
    newPlace[place] = at;
  });
  const [choices, points]: [number[], number[]] = [[], []];
  const offsets = new Int32Array(election.offsets.length);
  for (let b = 0; b + 1 < offsets.length; b += 1) {
    for (let at = election.offsets[b]!; at < election.offsets[b + 1]!; at += 1) {
      const place = newPlace[election.choices[at]!]!;
      if (place < 0) continue;
      choices.push(place);
      points.push(election.points[at]!);
    }
    offsets[b + 1] = choices.length;
  }
  return {
    election: {
      ...election,
      projects: places.map((place) => projects[place]!),
      offsets,
      choices: Int32Array.from(choices),
      points: Int32Array.from(points),
      ...(groups ? { groups: Int32Array.from(places, (place) => groups[place]!) } : {}),
    },
    places,
  };
}

/** Places of projects that may still be bought with `left`, none of them excluded by `taken` or its group. */
export function fitting({ projects, groups }: Election, taken: readonly number[], left: number): number[] {
  const isTaken = new Set(taken);
  const closed = new Set(taken.map((p) => groups?.[p] ?? -1).filter((group) => group >= 0));
  return projects.flatMap(({ cost }, p) => (cost <= left && !isTaken.has(p) && !closed.has(groups?.[p] ?? -1) ? [p] : []));
}

/** What the places cost together, in the unit of the costs. */
export function costOf({ projects }: Election, places: readonly number[]): number {
  return places.reduce((sum, p) => sum + projects[p]!.cost, 0);
}
