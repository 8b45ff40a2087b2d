import { civilOf, lastDayOf } from '@parvis/shared/rules/civil-time.ts';
import { daysBetween } from '@parvis/shared/rules/calendar/planning.ts';

/** Whole days of the town's calendar from today to the last day of a range that ends at `closesAt`: 0 on the last day, negative after it. */
export function daysLeft(closesAt: string, zone: string, nowMs: number): number {
  return daysBetween(civilOf(new Date(nowMs).toISOString(), zone).slice(0, 10), lastDayOf(closesAt, zone));
}
