import fc from 'fast-check';
import { addOne } from './add-one.ts';
import { costOf, fitting, supportersOf, type Election } from './election.ts';
import { equalShares } from './equal-shares.ts';
import { slowEqualShares } from './slow-equal-shares.ts';
import { electionFrom, smallVotes, type SmallVote } from './small-votes.ts';
import { tieRanks } from './ties.ts';

const utilities = ['cost', 'cardinality'] as const;
const ranksOf = (election: Election): Int32Array => tieRanks(election, { by: 'votes-cost' });
const idsOf = (vote: SmallVote, places: readonly number[]): string[] => places.map((place) => vote.projects[place]!.id);
const share = (vote: SmallVote): { num: bigint; den: bigint } => ({ num: BigInt(vote.budget), den: BigInt(vote.ballots.length) });
const withVoters = (maxPoints: number) => smallVotes(maxPoints).filter(({ ballots }) => ballots.length > 0);

/** What equal shares buys for a vote, in the order of purchase. */
function boughtBy(vote: SmallVote, utility: 'cost' | 'cardinality', endowment = share(vote)): string[] {
  const election = electionFrom(vote);
  const { purchases } = equalShares(election, supportersOf(election), endowment, utility, ranksOf(election));
  return idsOf(
    vote,
    purchases.map(({ project }) => project),
  );
}

test('sixty voters of one side buy sixty hundredths of the budget, and forty of the other theirs', () => {
  const projects = Array.from({ length: 10 }, (_, at) => ({ id: `${at < 5 ? 'left' : 'right'}${at % 5}`, cost: 20 }));
  const side = (name: string, voters: number) =>
    Array.from({ length: voters }, () => Array.from({ length: 5 }, (_, at) => [`${name}${at}`, 1] as const));
  const vote = { projects, ballots: [...side('left', 60), ...side('right', 40)], budget: 100 };
  const bought = boughtBy(vote, 'cost');
  expect(bought.filter((id) => id.startsWith('left'))).toHaveLength(3);
  expect(bought.filter((id) => id.startsWith('right'))).toHaveLength(2);
});

test('whoever cannot pay the whole share pays what is left, and the others the rest: 1/2 and 1/2, then 3/4 and 1/4', () => {
  const vote = { projects: [{ id: 'a', cost: 1 }, { id: 'b', cost: 1 }], ballots: [[['a', 1], ['b', 1]], [['a', 1]], [['b', 1]]], budget: 2 } as const; // prettier-ignore
  const election = electionFrom(vote);
  const { purchases, spentAt } = equalShares(election, supportersOf(election), { num: 3n, den: 4n }, 'cost', ranksOf(election));
  expect(purchases.map(({ project, price }) => [project, Number(price.num) / Number(price.den)])).toEqual([
    [0, 0.5],
    [1, 0.75],
  ]);
  expect([...spentAt]).toEqual([1, -1, 1]);
});

test('with fractions straight from the definition the same projects are bought in the same order, whatever ties there are', () =>
  fc.assert(
    fc.property(withVoters(4), fc.constantFrom(...utilities), (vote, utility) => {
      const ranks = ranksOf(electionFrom(vote));
      const rankOf = (id: string): number => ranks[vote.projects.findIndex((one) => one.id === id)]!;
      const { num, den } = share(vote);
      expect(boughtBy(vote, utility)).toEqual(slowEqualShares(vote, [num, den], utility, rankOf));
    }),
    { numRuns: 2_000 },
  ));

test('the town never spends more than the budget, and the order of ballots and projects changes nothing', () =>
  fc.assert(
    fc.property(
      withVoters(3).chain((vote) =>
        fc.record({
          vote: fc.constant(vote),
          ballots: fc.shuffledSubarray([...vote.ballots], { minLength: vote.ballots.length }),
          projects: fc.shuffledSubarray([...vote.projects], { minLength: vote.projects.length }),
        }),
      ),
      fc.constantFrom(...utilities),
      ({ vote, ballots, projects }, utility) => {
        const bought = boughtBy(vote, utility);
        const spent = vote.projects.filter(({ id }) => bought.includes(id)).reduce((sum, { cost }) => sum + cost, 0);
        expect(spent).toBeLessThanOrEqual(vote.budget);
        expect(boughtBy({ ...vote, ballots, projects }, utility)).toEqual(bought);
      },
    ),
  ));

test('a hundred voters and large amounts: floats that rule candidates out never change the result', () => {
  const arbitrary = fc.record({
    projects: fc
      .array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 5, maxLength: 15 })
      .map((costs) => costs.map((cost, at) => ({ id: `p${at}`, cost }))),
    ballots: fc.array(fc.array(fc.nat(14), { minLength: 1, maxLength: 6 }), { minLength: 20, maxLength: 100 }),
    budget: fc.integer({ min: 1_000_000, max: 8_000_000 }),
  });
  fc.assert(
    fc.property(arbitrary, fc.constantFrom(...utilities), ({ projects, ballots, budget }, utility) => {
      const vote = { projects, ballots: ballots.map((one) => one.map((at) => [`p${at}`, 1] as const)), budget };
      const ranks = ranksOf(electionFrom(vote));
      const rankOf = (id: string): number => ranks[projects.findIndex((one) => one.id === id)]!;
      expect(boughtBy(vote, utility)).toEqual(slowEqualShares(vote, [BigInt(budget), BigInt(ballots.length)], utility, rankOf));
    }),
    { numRuns: 60 },
  );
});

test.each(['exhaustive', 'overspend'] as const)('adding one at a time until %s and jumping over what changes nothing end alike', (until) =>
  fc.assert(
    fc.property(withVoters(2), fc.constantFrom(...utilities), (vote, utility) => {
      const election = electionFrom(vote);
      const supporters = supportersOf(election);
      const ranks = ranksOf(election);
      const jumped = addOne(election, utility, ranks, { until, unitSize: 1 });
      const { num, den } = share(vote);
      const at = (increments: number): number[] =>
        equalShares(election, supporters, { num: num + BigInt(increments) * den, den }, utility, ranks).purchases.map(
          ({ project }) => project,
        );
      let steps = 0;
      for (;;) {
        const places = at(steps);
        const isBought = (p: number): boolean => places.includes(p) || supporters.starts[p + 1] === supporters.starts[p];
        const isDone = until === 'exhaustive' && fitting(election, places, vote.budget - costOf(election, places)).length === 0;
        if (isDone || vote.projects.every((_, p) => isBought(p)) || costOf(election, at(steps + 1)) > vote.budget) break;
        steps += 1;
      }
      expect(jumped.shares.purchases.map(({ project }) => project)).toEqual(at(steps));
      expect(jumped.increments).toBe(steps);
    }),
    { numRuns: 300 },
  ),
);

test('of an exclusive group one project is bought at most', () =>
  fc.assert(
    fc.property(withVoters(1), fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 7, maxLength: 7 }), (vote, groups) => {
      const election = { ...electionFrom(vote), groups: Int32Array.from(groups.slice(0, vote.projects.length)) };
      const { purchases } = equalShares(election, supportersOf(election), share(vote), 'cost', ranksOf(election));
      for (const group of [0, 1]) expect(purchases.filter(({ project }) => groups[project] === group).length).toBeLessThanOrEqual(1);
    }),
  ));
