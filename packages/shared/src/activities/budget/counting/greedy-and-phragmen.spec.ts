import fc from 'fast-check';
import { countBudget } from './count.ts';
import { costOf, type Election } from './election.ts';
import { countGreedy } from './greedy.ts';
import { countPhragmen } from './phragmen.ts';
import { electionFrom, smallVotes, type SmallVote } from './small-votes.ts';
import { drawLots, tieRanks } from './ties.ts';

const ranksOf = (election: Election): Int32Array => tieRanks(election, { by: 'votes-cost' });
const ids = (vote: SmallVote, places: readonly number[]): string[] => places.map((place) => vote.projects[place]!.id);

test('most votes first, and what no longer fits is passed over', () => {
  const vote: SmallVote = {
    projects: [
      { id: 'hall', cost: 70 },
      { id: 'road', cost: 60 },
      { id: 'bench', cost: 20 },
    ],
    ballots: [[['hall', 1], ['road', 1]], [['hall', 1], ['road', 1], ['bench', 1]], [['hall', 1]]], // prettier-ignore
    budget: 100,
  };
  const election = electionFrom(vote);
  expect(ids(vote, countGreedy(election, 'votes', ranksOf(election)))).toEqual(['hall', 'bench']);
  expect(ids(vote, countGreedy(election, 'votes-per-cost', ranksOf(election)))).toEqual(['bench', 'hall']);
});

test.each(['greedy', 'greedy-per-cost', 'phragmen', 'equal-shares'] as const)(
  '%s never overspends, and neither ballots’ order nor names change what is funded',
  (rule) =>
    fc.assert(
      fc.property(
        smallVotes(3).chain((vote) =>
          fc.record({ vote: fc.constant(vote), ballots: fc.shuffledSubarray([...vote.ballots], { minLength: vote.ballots.length }) }),
        ),
        fc.constantFrom('none', 'add1', 'add1-exhaustive', 'add1-utilitarian' as const),
        ({ vote, ballots }, completion) => {
          const options = { rule, utility: 'cost', completion: completion as 'none', ties: { by: 'votes-cost' }, unitSize: 1 } as const;
          const { funded, totalCost } = countBudget(electionFrom(vote), options);
          expect(totalCost).toBe(costOf(electionFrom(vote), funded));
          expect(totalCost).toBeLessThanOrEqual(vote.budget);
          expect(new Set(funded).size).toBe(funded.length);
          // Other names in the same order of names: the tie rule's last word is the id.
          const renamed = {
            ...vote,
            projects: vote.projects.map(({ id, cost }) => ({ id: `projet-${id}`, cost })),
            ballots: ballots.map((ballot) => ballot.map(([id, points]) => [`projet-${id}`, points] as const)),
          };
          expect(countBudget(electionFrom(renamed), options).funded).toEqual(funded);
        },
      ),
    ),
);

test('one more vote never takes its place from a project that greedy funded', () =>
  fc.assert(
    fc.property(smallVotes(1), (vote) => {
      const before = ids(vote, countGreedy(electionFrom(vote), 'votes', tieRanks(electionFrom(vote), { by: 'id' })));
      for (const id of before) {
        const more = { ...vote, ballots: [...vote.ballots, [[id, 1]] as const] };
        expect(ids(vote, countGreedy(electionFrom(more), 'votes', tieRanks(electionFrom(more), { by: 'id' })))).toContain(id);
      }
    }),
  ));

/** Phragmén's rule with money that flows: the time at which each project can be paid, in fractions, from the balances themselves. */
function slowPhragmen(vote: SmallVote, rankOf: (place: number) => number): number[] {
  const supporters = vote.projects.map(({ id }) =>
    vote.ballots.flatMap((ballot, voter) => (ballot.some(([one]) => one === id) ? [voter] : [])),
  );
  let clock: [bigint, bigint] = [0n, 1n];
  const since: [bigint, bigint][] = vote.ballots.map(() => [0n, 1n]); // when each voter's purse was last empty
  const funded: number[] = [];
  let left = vote.budget;
  for (;;) {
    let best: { place: number; at: [bigint, bigint] } | null = null;
    for (const [place, { cost }] of vote.projects.entries()) {
      if (funded.includes(place) || supporters[place]!.length === 0) continue;
      let sum: [bigint, bigint] = [BigInt(cost), 1n];
      for (const voter of supporters[place]!) sum = [sum[0] * since[voter]![1] + since[voter]![0] * sum[1], sum[1] * since[voter]![1]];
      const at: [bigint, bigint] = [sum[0], sum[1] * BigInt(supporters[place]!.length)];
      const order = best ? at[0] * best.at[1] - best.at[0] * at[1] : -1n;
      if (order < 0n || (order === 0n && rankOf(place) < rankOf(best!.place))) best = { place, at };
    }
    if (!best || vote.projects[best.place]!.cost > left) return funded;
    expect(best.at[0] * clock[1] >= clock[0] * best.at[1]).toBe(true);
    clock = best.at;
    for (const voter of supporters[best.place]!) since[voter] = clock;
    funded.push(best.place);
    left -= vote.projects[best.place]!.cost;
  }
}

test('Phragmén’s purchases are those of money that flows to each voter at one pace', () =>
  fc.assert(
    fc.property(smallVotes(1), (vote) => {
      const election = electionFrom(vote);
      const ranks = ranksOf(election);
      expect(countPhragmen(election, ranks)).toEqual(slowPhragmen(vote, (place) => ranks[place]!));
    }),
    { numRuns: 500 },
  ));

test('lots are drawn by a published seed: SHA-256 of seed, line feed and id, the smallest first', async () => {
  const lots = await drawLots('4 8 15 16 23 42', ['a', 'b']);
  // printf '4 8 15 16 23 42\na' | sha256sum
  expect(lots.get('a')).toBe('67d649f76a406ca99765141acf0f621ea52d6b0cd54d5a46465d1ca0c257a978');
  expect(lots.get('b')).toBe('201043da3e6754f6830243c90cb1f35224b2138ebd54da4883f53d5dff0ff273');
  const election = electionFrom({ projects: [{ id: 'a', cost: 1 }, { id: 'b', cost: 1 }], ballots: [], budget: 1 }); // prettier-ignore
  expect([...tieRanks(election, { by: 'lots', lots })]).toEqual([1, 0]);
});
