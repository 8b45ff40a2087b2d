import { stringify } from 'csv-stringify/sync';
import { inertCell } from '@parvis/shared/rules/results/inert-cell.ts';
import type { DataTable } from './data-table.ts';
import { exportRows, type Cell, type RowFault } from './export-rows.ts';

const byteOrderMark = '\ufeff';
/** Rows that are written together: one chunk of the answer. */
const chunkRows = 200;
const maxFaults = 1_000;

/** One line of RFC 4180; no cell begins a formula. */
export function csvLine(cells: readonly Cell[]): string {
  return stringify([cells.map((cell) => (typeof cell === 'string' ? inertCell(cell) : cell))], {
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/, // left to itself the library quotes CR LF alone, and most readers end a row at either
    cast: { boolean: String },
  });
}

/** RFC 4180 with a byte order mark, so that spreadsheets read accents; no cell begins a formula. */
export async function* csvOf(table: DataTable): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(table.columns.map((column) => column.name));
  yield* chunked(table, (cells) => csvLine(cells));
}

/** A list with one object per row, each on a line of its own. */
export async function* jsonOf(table: DataTable): AsyncGenerator<string> {
  let before = '[\n';
  for await (const chunk of chunked(table, (cells) => {
    const line = before + JSON.stringify(Object.fromEntries(table.columns.map(({ name }, at) => [name, cells[at]])));
    before = ',\n';
    return line;
  }))
    yield chunk;
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function* chunked(table: DataTable, write: (cells: readonly Cell[]) => string): AsyncGenerator<string> {
  let lines: string[] = [];
  for await (const step of exportRows(table)) {
    if (!('cells' in step)) continue;
    lines.push(write(step.cells));
    if (lines.length === chunkRows) {
      yield lines.join('');
      lines = [];
    }
  }
  if (lines.length > 0) yield lines.join('');
}

/** The rows that the exports leave out, at most 1,000, as one document; `rows` counts those that were exported. */
export async function faultsOf(table: DataTable): Promise<{ table: string; rows: number; faults: RowFault[] }> {
  const faults: RowFault[] = [];
  let rows = 0;
  for await (const step of exportRows(table)) {
    if ('cells' in step) rows += 1;
    else if (faults.length < maxFaults) faults.push(step.fault);
  }
  return { table: table.key, rows, faults };
}
