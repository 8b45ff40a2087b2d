const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]+(?:0 days )?(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,6})\d*)?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/;

/**
 * A moment as other platforms write it, as ISO 8601: `2015-09-26T02:27:54+0200` (Symfony), `2019-01-16 10:58:44 +0100` (Rails),
 * `2015-09-15 0 days 10:50:19` (pandas), a day alone. Without a zone the result has none either: PostgreSQL reads it in the session's.
 * @returns null when it is no moment, or not in the years 1900 to 2199
 */
export function sourceDate(typed: string): string | null {
  const found = pattern.exec(typed.trim());
  if (!found) return null;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction, zone] = found;
  const check = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)));
  const isReal =
    check.getUTCMonth() === Number(month) - 1 &&
    check.getUTCDate() === Number(day) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60;
  if (!isReal || Number(year) < 1900 || Number(year) > 2199) return null;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction ? `.${fraction}` : ''}${zoneOf(zone)}`;
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  return zone === 'Z' || zone === 'UTC' ? 'Z' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
