import { isConnectionLoss } from '../../platform/database/index.ts';
import type { DataColumn, DataTable } from './data-table.ts';

export type Cell = string | number | boolean | null;

/** A row that could not be exported: its place among the rows of the export, from 1, and why. */
export interface RowFault {
  readonly place: number;
  readonly column: string;
  readonly reason: 'unreadable' | 'wrong-type' | 'rest-unreadable';
  readonly detail: string;
}

type Step = { readonly cells: readonly Cell[] } | { readonly fault: RowFault };

const pageSize = 500;

/**
 * Every row of a table in order, page by page. One bad row never stops the export: a row whose cells do not fit its columns, or that
 * the database cannot even read, is a fault in its place, and the rows after it follow. @throws only when the database is lost
 */
export async function* exportRows(table: DataTable): AsyncGenerator<Step> {
  let [after, place, limit]: [string | null, number, number] = [null, 0, pageSize];
  for (;;) {
    const page = await readPage(table, after, limit);
    if (page instanceof Error) {
      if (limit > 1) {
        limit = Math.max(1, limit >> 2); // closer to the row that cannot be read
        continue;
      }
      const bad: string | null = await table.next(after);
      yield { fault: { place: (place += 1), column: '', reason: bad === null ? 'rest-unreadable' : 'unreadable', detail: page.message } };
      if (bad === null) return;
      after = bad;
      limit = pageSize;
      continue;
    }
    for (const { row } of page) yield stepOf(table.columns, row, (place += 1));
    if (page.length < limit) return;
    after = page.at(-1)!.cursor;
    limit = pageSize;
  }
}

async function readPage(table: DataTable, after: string | null, limit: number): Promise<Awaited<ReturnType<DataTable['page']>> | Error> {
  try {
    return await table.page(after, limit);
  } catch (error) {
    if (isConnectionLoss(error) || !(error instanceof Error)) throw error;
    return error;
  }
}

function stepOf(columns: readonly DataColumn[], row: Readonly<Record<string, unknown>>, place: number): Step {
  const cells: Cell[] = [];
  for (const { name, type } of columns) {
    const value = row[name] ?? null;
    if (value !== null && !fits(type, value))
      return {
        fault: { place, column: name, reason: 'wrong-type', detail: `expected ${type}, found ${JSON.stringify(value).slice(0, 80)}` },
      };
    // Table Schema writes a moment in UTC with Z, PostgreSQL with +00:00.
    cells.push((type === 'datetime' && value !== null ? (value as string).replace(/\+00:00$/, 'Z') : value) as Cell);
  }
  return { cells };
}

const moment = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

function fits(type: DataColumn['type'], value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'date':
      return typeof value === 'string' && /^[1-9]\d{3}-\d\d-\d\d$/.test(value);
    case 'datetime':
      return typeof value === 'string' && moment.test(value);
  }
}
