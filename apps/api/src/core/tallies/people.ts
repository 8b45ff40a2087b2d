import type { PeopleByLevel } from '@parvis/shared/contracts/contributions.ts';
import type { Channel, Level } from '@parvis/shared/rules/words.ts';

/** People by level as `tallies.supports_by_level` keeps them: imported, e-mail, post, register, identity provider, paper. */
export type LevelCounts = readonly number[];

/** The counts under their names. */
export function peopleOf(counts: LevelCounts): PeopleByLevel {
  const [imported = 0, email = 0, post = 0, register = 0, identityProvider = 0, paper = 0] = counts;
  return { imported, email, post, register, identityProvider, paper };
}

/** Where an act is counted, from 0: on paper whatever the level, else by the level that the person had. */
export function slotOf(level: Level, channel: Channel): number {
  return channel === 'paper' ? 5 : level;
}

/** The counts with one person more. */
export function withOneMore(counts: LevelCounts, slot: number): LevelCounts {
  return counts.map((count, at) => (at === slot ? count + 1 : count));
}
