/** From how many days on a history is told by weeks. */
export const daysShown = 70;
/** Weeks beyond which the oldest are left out: five years. */
export const weeksShown = 260;

const dayMs = 86_400_000;

/** Days from one day to another, both included; both as `2026-11-24`. */
export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / dayMs) + 1;
}

/**
 * A history without holes: a day or week on which nothing happened has zeros. Stays within `weeksShown` of the last one.
 * @param rows in order of time; `since` is a day, for weeks the Monday
 * @param blank what stands in a hole, but for its day
 */
export function withoutHoles<Figures extends object>(
  rows: readonly (Figures & { readonly since: string })[],
  unit: 'day' | 'week',
  blank: Figures,
): (Figures & { readonly since: string })[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const step = unit === 'day' ? dayMs : 7 * dayMs;
  const known = new Map(rows.map((row) => [row.since, row]));
  const until = Date.parse(last.since);
  const from = Math.max(Date.parse(first.since), until - (weeksShown - 1) * step);
  return Array.from({ length: Math.floor((until - from) / step) + 1 }, (_, at) => {
    const since = new Date(from + at * step).toISOString().slice(0, 10);
    return known.get(since) ?? { ...blank, since };
  });
}
