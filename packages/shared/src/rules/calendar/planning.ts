import { civilOf, endOfDay, instantOf, lastDayOf } from '../civil-time.ts';

/** A day and, where it is not midnight, a time on a town's clocks: `2026-12-15`, `18:30`. */
export interface PlannedTime {
  readonly date: string;
  readonly time: string | null;
}

/** When a phase begins. Null when it is no day or time. */
export function startInstantOf({ date, time }: PlannedTime, zone: string): string | null {
  return instantOf(time === null ? date : `${date}T${time}`, zone);
}

/** When a phase "until" a day ends: midnight after it, or the time on that day if one is given. Null when it is no day or time. */
export function endInstantOf({ date, time }: PlannedTime, zone: string): string | null {
  return time === null ? endOfDay(date, zone) : instantOf(`${date}T${time}`, zone);
}

/** A start as it was planned: midnight has no time of its own. */
export function plannedStartOf(instant: string, zone: string): PlannedTime {
  const civil = civilOf(instant, zone);
  return { date: civil.slice(0, 10), time: civil.endsWith('T00:00') ? null : civil.slice(11) };
}

/** An end as it was planned: one at midnight is the whole day before. */
export function plannedEndOf(instant: string, zone: string): PlannedTime {
  const start = plannedStartOf(instant, zone);
  return start.time === null ? { date: lastDayOf(instant, zone), time: null } : start;
}

/** A day of the calendar, later (or earlier) by whole days. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from one day of the calendar to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
