const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch { // a lone % typed by hand is its own name
    return part;
  }
}

/** The values of a pattern's `:name` parts in a path, or null when the path is of another form. Capitals make no difference. */
function paramsOf(pattern: string, parts: readonly string[]): Record<string, string> | null {
  const wanted = partsOf(pattern);
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const given = decode(parts[at]!);
    if (part.startsWith(':')) params[part.slice(1)] = given;
    else if (part.toLowerCase() !== given.toLowerCase()) return null;
  }
  return params;
}

/** Patterns in order of their exactness: at the first part where two differ, a written word comes before a `:name`. */
const rank = (pattern: string): string => partsOf(pattern).map((part) => (part.startsWith(':') ? '1' : '0')).join('');

/** The page of a path below the language: the most exact pattern that fits, whatever the order of `entries`; null when none does. */
export function findPage<E extends { readonly path: string }>(entries: readonly E[], pathname: string): { readonly entry: E; readonly params: Readonly<Record<string, string>> } | null {
  const parts = partsOf(pathname);
  let best: { entry: E; params: Record<string, string> } | null = null;
  for (const entry of entries) {
    const params = paramsOf(entry.path, parts);
    if (params && (!best || rank(entry.path) < rank(best.entry.path))) best = { entry, params };
  }
  return best;
}
