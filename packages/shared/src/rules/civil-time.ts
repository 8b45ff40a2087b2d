/** A day and time on the clocks of a place, without saying which place: `2026-12-15T09:30`, as `<input type="datetime-local">` has it. */
export type CivilTime = string;

const civil = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetMs(momentMs: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(momentMs)
      .map((part) => [part.type, part.value]),
  );
  const shown = Date.UTC(
    Number(parts['year']),
    Number(parts['month']) - 1,
    Number(parts['day']),
    Number(parts['hour']),
    Number(parts['minute']),
    Number(parts['second']),
  );
  return shown - Math.floor(momentMs / 1000) * 1000;
}

/**
 * What the clocks of `zone` show at a moment, to the minute.
 * @param instant ISO 8601 with Z or an offset
 * @param zone an IANA name, `Europe/Paris`; the zone data is the runtime's
 * @returns '' when `instant` is none
 */
export function civilOf(instant: string, zone: string): CivilTime {
  const momentMs = Date.parse(instant);
  if (Number.isNaN(momentMs)) return '';
  return new Date(momentMs + offsetMs(momentMs, zone)).toISOString().slice(0, 16);
}

/**
 * The moment at which the clocks of `zone` show `time`, as ISO 8601 in UTC; a day alone means its first minute.
 * When clocks go back a time comes twice: the first counts. When they go forward some never come: what is meant is as long after
 * the jump as they say (02:30 becomes 03:30), as Temporal's `compatible` does.
 * @returns null when `time` is no civil time
 */
export function instantOf(time: CivilTime, zone: string): string | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = civil.exec(time) ?? [];
  if (year === undefined) return null;
  const wanted = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const read = new Date(wanted);
  if (read.getUTCMonth() !== Number(month) - 1 || read.getUTCDate() !== Number(day) || read.getUTCHours() !== Number(hour)) return null;
  const dayMs = 86_400_000;
  const before = wanted - offsetMs(wanted - dayMs, zone);
  const after = wanted - offsetMs(wanted + dayMs, zone);
  const hit = [before, after].sort((a, b) => a - b).find((moment) => moment + offsetMs(moment, zone) === wanted);
  return new Date(hit ?? before).toISOString();
}

/** The first moment of the day after `day` (`2026-12-15`): where a phase "until 15 December" ends, half open. Null when it is no day. */
export function endOfDay(day: string, zone: string): string | null {
  const momentMs = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00Z`) : NaN;
  return Number.isNaN(momentMs) ? null : instantOf(new Date(momentMs + 86_400_000).toISOString().slice(0, 10), zone);
}

/** The last day that a half-open range until `instant` holds: `2026-12-15` for midnight after it. The other way round of `endOfDay`. */
export function lastDayOf(instant: string, zone: string): string {
  const momentMs = Date.parse(instant);
  return Number.isNaN(momentMs) ? '' : civilOf(new Date(momentMs - 1).toISOString(), zone).slice(0, 10);
}
