import { endOfDay, instantOf } from '@parvis/shared/rules/civil-time.ts';

const dayMs = 86_400_000;

/** The demo's own calendar: days count from the day of the seed, so that the town is always in the middle of its consultation. */
export class DemoCalendar {
  constructor(private readonly seededAt: Date) {}

  /** An instant some days from the seed (negative: before) at an hour of the day in UTC. */
  at(day: number, hour = 9, minute = 0): string {
    const midnight = Math.floor(this.seededAt.getTime() / dayMs) * dayMs;
    return new Date(
      Math.min(midnight + day * dayMs + (hour * 60 + minute) * 60_000, day <= 0 ? this.seededAt.getTime() - 60_000 : Infinity),
    ).toISOString();
  }

  /** The day as `2026-12-15`. */
  day(day: number): string {
    return this.at(day, 12).slice(0, 10);
  }

  /** The first moment of a day on the town's clocks, and the one after its last. */
  bounds(from: number, to: number | null): readonly [string, string | null] {
    return [instantOf(this.day(from), 'Europe/Paris')!, to === null ? null : endOfDay(this.day(to), 'Europe/Paris')];
  }

  /** A text with `{+24}` and `{-3}` turned into that day in French, and with French spaces before double signs and in numbers. */
  text(text: string): string {
    const dated = text.replace(/\{([+-]\d+)\}/g, (_, days: string) =>
      new Intl.DateTimeFormat('fr', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
        .format(new Date(this.at(Number(days), 12)))
        .replace(/^1 /, '1er '),
    );
    return dated
      .replaceAll(/ ([:;?!»])/g, '\u202f$1')
      .replaceAll('« ', '«\u202f')
      .replaceAll(/(\d) (?=\d{3}|€|%|°)/g, '$1\u202f');
  }
}

/** The same numbers for everybody who seeds: mulberry32, from 0 to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` different members of `list`, in a shuffled order. */
export function pick<T>(list: readonly T[], count: number, random: () => number): T[] {
  const rest = [...list];
  return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(Math.floor(random() * rest.length), 1)[0]!);
}
