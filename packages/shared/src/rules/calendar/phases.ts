import { isBefore, isWithin, type PlannedPhase, type Stretch } from './openings.ts';

/** Where a phase stands at a moment. */
export function whenOf({ startsAt, endsAt }: Pick<PlannedPhase, 'startsAt' | 'endsAt'>, now: string): 'past' | 'now' | 'future' {
  if (isBefore(now, startsAt)) return 'future';
  return endsAt === null || isBefore(now, endsAt) ? 'now' : 'past';
}

/**
 * The phase to name when one word must do: of the current ones the one that began last, for an information phase often runs under
 * all the others; earlier in the list among those that began together. Null between phases.
 */
export function currentPhase<P extends PlannedPhase>(phases: readonly P[], now: string): P | null {
  return phases.reduce<P | null>(
    (best, phase) => (whenOf(phase, now) === 'now' && (best === null || isBefore(best.startsAt, phase.startsAt)) ? phase : best),
    null,
  );
}

/** What happens next in the calendar. */
export interface NextDate<P extends PlannedPhase> {
  readonly phase: P;
  readonly what: 'starts' | 'ends';
  readonly at: string;
}

/** The next start or end of any phase after `now`, starts before ends at the same moment; null when nothing is to come. */
export function nextDate<P extends PlannedPhase>(phases: readonly P[], now: string): NextDate<P> | null {
  const dates = phases
    .flatMap((phase): NextDate<P>[] => [
      { phase, what: 'starts', at: phase.startsAt },
      ...(phase.endsAt === null ? [] : [{ phase, what: 'ends' as const, at: phase.endsAt }]),
    ])
    .filter(({ at }) => isBefore(now, at));
  return dates.reduce<NextDate<P> | null>((first, one) => {
    if (first === null || isBefore(one.at, first.at)) return one;
    return !isBefore(first.at, one.at) && first.what === 'ends' && one.what === 'starts' ? one : first;
  }, null);
}

/** The names of the actions of an activity that are open at a moment, each once, in the order of `openings`. */
export function openActions(openings: readonly (Stretch & { readonly action: string })[], now: string): string[] {
  return [...new Set(openings.filter((one) => isWithin(one, now)).map((one) => one.action))];
}
