import type { ActivityResults, Results } from '@parvis/shared/contracts/results.ts';
import type { Status } from '@parvis/shared/rules/words.ts';
import { peopleOf } from '../tallies/index.ts';
import type { BreakdownRow } from './results.queries.ts';

type Share = ActivityResults['categories'][number];
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Categories or quarters in their own order, also those without a contribution; then what has none, or one that is gone. */
export function sharesOf(rows: readonly BreakdownRow[], named: readonly Named[]): Share[] {
  const share = (id: string, name: string, found: readonly BreakdownRow[]): Share => ({
    id,
    name,
    contributions: sum(found, 'contributions'),
    supports: sum(found, 'supports'),
    comments: sum(found, 'comments'),
    answered: sum(found, 'answered'),
  });
  const known = new Set(named.map((one) => one.id));
  const rest = rows.filter((row) => row.code === null || !known.has(row.code));
  return [
    ...named.map(({ id, name }) =>
      share(
        id,
        name,
        rows.filter((row) => row.code === id),
      ),
    ),
    ...(rest.length > 0 ? [share('', '', rest)] : []),
  ];
}

/** Statuses that nobody has are left out; the rest follow `order`. */
export function statusesOf(rows: readonly BreakdownRow[], order: readonly Status[]): ActivityResults['statuses'] {
  return order.flatMap((status) => rows.filter((row) => row.code === status).map((row) => ({ status, contributions: row.contributions })));
}

/** The whole consultation, from the rows that count each activity as a whole. */
export function totalsOf(rows: readonly BreakdownRow[]): Pick<Results, 'totals' | 'stances' | 'supports'> {
  return {
    totals: { contributions: sum(rows, 'contributions'), comments: sum(rows, 'comments'), supports: sum(rows, 'supports') },
    stances: { for: sum(rows, 'comments_for'), against: sum(rows, 'comments_against'), neutral: sum(rows, 'comments_neutral') },
    supports: peopleOf([0, 1, 2, 3, 4, 5].map((slot) => rows.reduce((before, row) => before + (row.by_level[slot] ?? 0), 0))),
  };
}

function sum(
  rows: readonly BreakdownRow[],
  field: 'contributions' | 'supports' | 'comments' | 'answered' | 'comments_for' | 'comments_against' | 'comments_neutral',
): number {
  return rows.reduce((before, row) => before + row[field], 0);
}
