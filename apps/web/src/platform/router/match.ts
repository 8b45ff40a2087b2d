import { parse } from 'regexparam';
import { matchRoute } from 'wouter';

type Patterned = { readonly path: string };

/**
 * Pages in order of their exactness, for `findPage`: where two patterns first differ, a written word comes before a `:name`.
 * Letters have greater codes than the colon, so the greater pattern comes first.
 */
export function mostExactFirst<E extends Patterned>(entries: readonly E[]): readonly E[] {
  return [...entries].sort((a, b) => (a.path < b.path ? 1 : -1));
}

/** The first page whose pattern fits a path below the language, with the values of its `:name` parts; null when none does. */
export function findPage<E extends Patterned>(
  ordered: readonly E[],
  pathname: string,
): { readonly entry: E; readonly params: Readonly<Record<string, string>> } | null {
  const path = decode(pathname);
  for (const entry of ordered) {
    const [fits, params] = matchRoute<Record<string, string>>(parse, entry.path, path);
    if (fits) return { entry, params };
  }
  return null;
}

function decode(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    // a lone % typed by hand is its own name
    return pathname;
  }
}
