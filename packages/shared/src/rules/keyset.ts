/**
 * A place in an ordered list as a token for `nextCursor`: the sort values of the last row shown. base64url of their JSON; clients hand
 * it back as it is, so nothing secret goes in.
 */
export function writeKeyset(values: readonly (string | number)[]): string {
  return btoa(JSON.stringify(values)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The values of a token, when they have these types in this order; null for a token that was made elsewhere or by hand. */
export function readKeyset(token: string | undefined, types: readonly ('string' | 'number')[]): (string | number)[] | null {
  if (token === undefined) return null;
  try {
    const values: unknown = JSON.parse(atob(token.replaceAll('-', '+').replaceAll('_', '/')));
    const fits = Array.isArray(values) && values.length === types.length && values.every((one, at) => typeof one === types[at]);
    return fits ? (values as (string | number)[]) : null;
  } catch {
    return null;
  }
}
