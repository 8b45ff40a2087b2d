/**
 * A place in an ordered list as a token for `nextCursor`: the sort values of the last row shown. base64url of their JSON; clients hand
 * it back as it is, so nothing secret goes in.
 */
export function writeKeyset(values: readonly (string | number)[]): string {
  return btoa(JSON.stringify(values)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What a value of a token is: a text, a whole number that PostgreSQL's integer holds, a UUID, a moment or a day that exist. */
export type KeysetPart = 'string' | 'number' | 'id' | 'instant' | 'day';

const fitsPart: Readonly<Record<KeysetPart, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => Number.isInteger(value) && (value as number) === ((value as number) | 0),
  id: (value) => typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  instant: (value) =>
    typeof value === 'string' &&
    /^[12]\d{3}-\d\d-\d\d[T ](?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,6})?(?:Z|\+00)$/.test(value) &&
    isDay(value.slice(0, 10)),
  day: (value) => typeof value === 'string' && /^[12]\d{3}-\d\d-\d\d$/.test(value) && isDay(value),
};

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** The values of a token, when they are these parts in this order; null for a token that was made elsewhere or by hand. */
export function readKeyset(token: string | undefined, types: readonly KeysetPart[]): (string | number)[] | null {
  if (token === undefined) return null;
  try {
    const values: unknown = JSON.parse(atob(token.replaceAll('-', '+').replaceAll('_', '/')));
    const fits = Array.isArray(values) && values.length === types.length && values.every((one, at) => fitsPart[types[at]!](one));
    return fits ? (values as (string | number)[]) : null;
  } catch {
    return null;
  }
}
