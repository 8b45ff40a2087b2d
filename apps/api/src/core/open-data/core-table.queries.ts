import type { Sql } from '../../platform/database/index.ts';
import type { CoreTable, DataColumn, DataRows } from './data-table.ts';

interface Definition {
  /** After FROM, with $1 the municipality and, for tables of a consultation, $2 the consultation; ends in a WHERE. */
  readonly from: string;
  /** Unique together, in the order of the export; each with its SQL type. */
  readonly key: readonly (readonly [expression: string, type: string])[];
  /** Each column with its type and its expression; the expression is left out where it is the column of the same name of `x`. */
  readonly columns: readonly (readonly [name: string, type: DataColumn['type'], expression?: string])[];
}

/** A table that is read page by page by its key, without OFFSET; cursors are the key as a JSON list. */
export function coreTable(name: string, { from, key, columns }: Definition): CoreTable {
  const cursor = `jsonb_build_array(${key.map(([expression]) => `(${expression})::text`).join(', ')})::text`;
  const order = key.map(([expression]) => expression).join(', ');
  const after = `($3::jsonb IS NULL OR (${order}) > (${key.map(([, type], at) => `($3::jsonb->>${at})::${type}`).join(', ')}))`;
  const scope = `${from} AND ${after} AND ($2::uuid IS NULL OR TRUE)`; // gives $2 its type where a table of the town leaves it out
  const row = `jsonb_build_object(${columns.map(([column, , expression]) => `'${column}', ${expression ?? `x.${column}`}`).join(', ')})`;
  return {
    name,
    columns: columns.map(([column, type]) => ({ name: column, type })),
    page: (db: Sql, municipalityId, consultationId, last, limit): Promise<DataRows> =>
      db.rows(`SELECT ${cursor} AS cursor, ${row} AS row FROM ${scope} ORDER BY ${order} LIMIT $4`, [
        municipalityId,
        consultationId,
        last,
        limit,
      ]),
    next: async (db: Sql, municipalityId, consultationId, last) =>
      (
        await db.one<{ cursor: string }>(`SELECT ${cursor} AS cursor FROM ${scope} ORDER BY ${order} LIMIT 1`, [
          municipalityId,
          consultationId,
          last,
        ])
      )?.cursor ?? null,
  };
}
