/** A day and, where it is not midnight, a time on a town's clocks: `2026-12-15`, `18:30`. */
export interface CivilTime {
  readonly date: string;
  readonly time: string | null;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** What the clocks of a zone show at a moment, as if they were UTC, in milliseconds. */
function wallMs(moment: number, zone: string): number {
  const part = Object.fromEntries(formatOf(zone).formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']);
}

/**
 * The moment at which the clocks of `zone` show a day and a time. Of an hour that comes twice in autumn, the first; a time that does not exist in spring
 * is read as if the clocks had not jumped (02:30 becomes 03:30).
 * @returns ISO 8601 in UTC, to the millisecond
 */
export function instantOf({ date, time }: CivilTime, zone: string): string {
  const wall = Date.parse(`${date}T${time ?? '00:00'}:00.000Z`);
  // The zone's offset before and after any change of clocks near by; the earlier moment of the two that fit.
  const candidates = [-26, 26].map((hours) => {
    const at = wall + hours * 3_600_000;
    return wall - (wallMs(at, zone) - at);
  }).sort((a, b) => a - b);
  const fitting = candidates.find((moment) => wallMs(moment, zone) === wall);
  return new Date(fitting ?? candidates[1]!).toISOString();
}

/** What the clocks of `zone` show at a moment; midnight has no time of its own. Seconds are dropped. */
export function civilOf(instant: string, zone: string): CivilTime {
  const wall = new Date(wallMs(Math.floor(Date.parse(instant) / 1000) * 1000, zone)).toISOString();
  const time = wall.slice(11, 16);
  return { date: wall.slice(0, 10), time: time === '00:00' ? null : time };
}

/** The end of a phase "until" a day: midnight after it, or the time on that day if one is given. */
export function endInstantOf({ date, time }: CivilTime, zone: string): string {
  return instantOf(time === null ? { date: addDays(date, 1), time: null } : { date, time }, zone);
}

/** The reverse of `endInstantOf`: an end at midnight is the whole day before. */
export function civilEndOf(instant: string, zone: string): CivilTime {
  const civil = civilOf(instant, zone);
  return civil.time === null ? { date: addDays(civil.date, -1), time: null } : civil;
}

/** A day of the calendar, later (or earlier) by whole days. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from one day of the calendar to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
