import fc from 'fast-check';
import { supportersOf, type Election, type Supporters } from './election.ts';
import { equalShares, type Shares } from './equal-shares.ts';
import { explainGreedy, explainShares, type SharesReason } from './explain.ts';
import { countGreedy } from './greedy.ts';
import { electionFrom, smallVotes } from './small-votes.ts';
import { compare, plus, times } from './rational.ts';
import { tieRanks } from './ties.ts';

test('a reader learns what each supporter paid, who gave the rest, and what another project lacked', () => {
  const vote = {
    projects: [
      { id: 'a', cost: 100 },
      { id: 'b', cost: 100 },
      { id: 'c', cost: 100 },
    ],
    ballots: [[['a', 1], ['b', 1]], [['a', 1]], [['b', 1]], [['c', 1]]], // prettier-ignore
    budget: 300,
  } as const;
  const election = electionFrom(vote);
  const supporters = supportersOf(election);
  const endowment = { num: 75n, den: 1n };
  const shares = equalShares(election, supporters, endowment, 'cost', tieRanks(election, { by: 'votes-cost' }));
  expect(explainShares(election, supporters, endowment, shares)).toEqual([
    { funded: true, round: 1, price: { num: 50n, den: 1n }, paidInFull: 2, paidTheRest: 0, rest: { num: 0n, den: 1n } },
    { funded: true, round: 2, price: { num: 75n, den: 1n }, paidInFull: 0, paidTheRest: 2, rest: { num: 100n, den: 1n } },
    { funded: false, supporters: 1, left: { num: 75n, den: 1n }, lacking: { num: 25n, den: 1n } },
  ]);
});

/** Adds up what the supporters of a project paid, point by point. */
function isPaid(election: Election, supporters: Supporters, shares: Shares, project: number, reason: SharesReason): boolean {
  if (!reason.funded) return compare(reason.lacking, { num: 0n, den: 1n }) > 0;
  let weight = 0;
  for (let at = supporters.starts[project]!; at < supporters.starts[project + 1]!; at += 1) {
    const spent = shares.spentAt[supporters.voters[at]!]!;
    if (spent < 0 || spent >= reason.round) weight += supporters.points[at]!;
  }
  return compare(plus(times(reason.price, weight), reason.rest), { num: BigInt(election.projects[project]!.cost), den: 1n }) === 0;
}

test('what the supporters of each funded project paid is its cost to the last fraction, and each other lacked something', () =>
  fc.assert(
    fc.property(
      smallVotes(3).filter(({ ballots }) => ballots.length > 0),
      fc.constantFrom('cost', 'cardinality' as const),
      (vote, utility) => {
        const election = electionFrom(vote);
        const supporters = supportersOf(election);
        const endowment = { num: BigInt(vote.budget), den: BigInt(vote.ballots.length) };
        const shares = equalShares(election, supporters, endowment, utility as 'cost', tieRanks(election, { by: 'votes-cost' }));
        const reasons = explainShares(election, supporters, endowment, shares);
        reasons.forEach((reason, project) => expect(isPaid(election, supporters, shares, project, reason)).toBe(true));
      },
    ),
    { numRuns: 500 },
  ));

test('a greedy count tells each project’s turn, the money that was left, and what was lacking', () =>
  fc.assert(
    fc.property(smallVotes(2), (vote) => {
      const election = electionFrom(vote);
      const ranks = tieRanks(election, { by: 'votes-cost' });
      const reasons = explainGreedy(election, countGreedy(election, 'votes', ranks), ranks);
      expect(reasons.map(({ turn }) => turn).sort((a, b) => a - b)).toEqual(vote.projects.map((_, at) => at + 1));
      reasons.forEach(({ funded, lacking, leftBefore }, p) => {
        expect(funded).toBe(vote.projects[p]!.cost <= leftBefore);
        expect(lacking > 0).toBe(!funded);
      });
    }),
  ));
