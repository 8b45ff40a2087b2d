import type { Level } from '../words.ts';

/** A stretch of time, half-open: `closesAt` itself is outside; null never closes. Moments are ISO 8601 in UTC. */
export interface Stretch {
  readonly opensAt: string;
  readonly closesAt: string | null;
}

/** A phase as the calendar plans it. */
export interface PlannedPhase {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
}

/** An action of an activity that a phase opens to people of at least `minLevel`. */
export interface PlannedOpening {
  readonly phaseId: string;
  readonly activityId: string;
  readonly action: string;
  readonly minLevel: Level;
}

/** What stands in the table `openings`: the statement that decides an act reads nothing else. */
export interface Opening extends PlannedOpening, Stretch {}

/**
 * What the calendar and the settings open: each planned opening for the time of its phase, where the activity offers the action at all.
 * @param offers what the settings of each activity offer, by activity id; an activity that is not there offers nothing
 * @param closedAt the moment of a close before time: nothing is open from then on, and what had not opened never does
 */
export function openingsOf(
  phases: readonly PlannedPhase[],
  planned: readonly PlannedOpening[],
  offers: ReadonlyMap<string, readonly string[]>,
  closedAt: string | null = null,
): Opening[] {
  const byId = new Map(phases.map((phase) => [phase.id, phase]));
  return planned.flatMap((one) => {
    const phase = byId.get(one.phaseId);
    if (!phase || !offers.get(one.activityId)?.includes(one.action)) return [];
    const closesAt = earlier(phase.endsAt, closedAt);
    return closesAt !== null && !isBefore(phase.startsAt, closesAt) ? [] : [{ ...one, opensAt: phase.startsAt, closesAt }];
  });
}

/** Whether a moment lies in a stretch. */
export function isWithin({ opensAt, closesAt }: Stretch, now: string): boolean {
  return !isBefore(now, opensAt) && (closesAt === null || isBefore(now, closesAt));
}

/** The earlier of two ends; null is the end that never comes. */
export function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return isBefore(b, a) ? b : a;
}

/** Whether `a` is earlier than `b`, to the microsecond, which Date alone would lose. */
export function isBefore(a: string, b: string): boolean {
  const [msA, msB] = [Date.parse(a), Date.parse(b)];
  return msA === msB ? microsOf(a) < microsOf(b) : msA < msB;
}

/** Microseconds below the millisecond. */
function microsOf(moment: string): number {
  const fraction = /\.(\d+)/.exec(moment)?.[1] ?? '';
  return Number(fraction.padEnd(6, '0').slice(3, 6));
}
