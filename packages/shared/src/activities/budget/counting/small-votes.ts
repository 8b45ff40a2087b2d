import fc from 'fast-check';
import { electionOf, type CountedBallot, type CountedProject, type Election } from './election.ts';

/** A small vote in words, from which an `Election` is made. */
export interface SmallVote {
  readonly projects: readonly CountedProject[];
  readonly ballots: readonly CountedBallot[];
  readonly budget: number;
}

/** The vote as the rules read it. */
export const electionFrom = ({ projects, ballots, budget }: SmallVote): Election => electionOf(projects, ballots, budget);

/** Small votes with many ties: few costs, few points, ids that sort otherwise than they stand. */
export function smallVotes(maxPoints = 1): fc.Arbitrary<SmallVote> {
  return fc
    .record({
      costs: fc.array(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 7 }),
      ballots: fc.array(fc.array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: maxPoints })), { maxLength: 7 }), { maxLength: 9 }),
      budget: fc.integer({ min: 1, max: 120 }),
    })
    .map(({ costs, ballots, budget }) => ({
      projects: costs.map((cost, at) => ({ id: `${(at * 5) % 7}`, cost })),
      ballots: ballots.map((ballot) => ballot.map(([project, points]) => [`${project}`, points] as const)),
      budget,
    }));
}
