import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { plainCell } from '@parvis/shared/rules/results/inert-cell.ts';
import type { DataTable } from './data-table.ts';
import { csvOf, faultsOf, jsonOf } from './formats.ts';
import { realData } from '../../../test/support/real-data.ts';

/** A table over a list; `broken` places, from 1, make the database refuse the page that holds them. */
function tableOf(rows: readonly Record<string, unknown>[], broken: readonly number[] = []): DataTable {
  return {
    key: 'essai',
    name: 'essai',
    about: '',
    columns: [
      { name: 'text', type: 'string' },
      { name: 'count', type: 'integer' },
    ],
    page: (after, limit) => {
      const from = Number(after ?? 0);
      const page = rows.slice(from, from + limit).map((row, at) => ({ cursor: String(from + at + 1), row }));
      const bad = page.find(({ cursor }) => broken.includes(Number(cursor)));
      return bad ? Promise.reject(new Error(`row ${bad.cursor} is broken`)) : Promise.resolve(page);
    },
    next: (after) => Promise.resolve(Number(after ?? 0) < rows.length ? String(Number(after ?? 0) + 1) : null),
  };
}

async function whole(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

const texts = async (values: readonly string[]): Promise<string[]> => {
  const csv = await whole(csvOf(tableOf(values.map((text) => ({ text, count: -1 })))));
  // Spreadsheets, Python and R end a row at any line break outside quotes, so none may stand bare in a cell.
  return (parse(csv, { bom: true, columns: true, record_delimiter: ['\r\n', '\n', '\r'] }) as { text: string }[]).map((row) => row.text);
};

test('CSV gives every text back, commas, quotes and line breaks included, and no cell is a formula', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[=+@\-'",;\r\n\t ]{0,4}[a-z]{0,3}$/)), { maxLength: 8 }),
      async (values) => {
        const cells = await texts(values);
        expect(cells.map(plainCell)).toEqual(values);
        for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      },
    ),
    { numRuns: 60 },
  ));

test('rows that cannot be read are listed by their place, wherever they stand, and all others are exported', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1_200 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 1_200 }), { maxLength: 4 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 1_199 }), { maxLength: 4 }),
      async (length, broken, odd) => {
        const rows = Array.from({ length }, (_, at) => ({ text: `ligne ${at + 1}`, count: odd.includes(at) ? 'beaucoup' : at }));
        const bad = [...new Set([...broken, ...odd.map((at) => at + 1)])].filter((place) => place <= length).sort((a, b) => a - b);
        const table = tableOf(rows, broken);
        const { faults, rows: exported } = await faultsOf(table);
        expect(faults.map((one) => one.place)).toEqual(bad);
        expect(exported).toBe(length - bad.length);
        expect(JSON.parse(await whole(jsonOf(table)))).toHaveLength(length - bad.length);
      },
    ),
    { numRuns: 25 },
  ));

const folder = realData('hostile-strings');
(folder ? test : test.skip)('every hostile string is inert in CSV, and comes back as it was', async () => {
  const strings = globSync('*', { cwd: folder! }).flatMap((name) => {
    const text = readFileSync(join(folder!, name), 'utf8');
    return name.endsWith('.json') ? (JSON.parse(text) as string[]) : text.split('\n');
  });
  expect(strings.length).toBeGreaterThan(4_000);
  const cells = await texts(strings);
  expect(cells.map(plainCell)).toEqual(strings);
  expect(cells.filter((cell) => /^[\s\p{Cc}\p{Cf}]*[=+\-@]/u.test(cell))).toEqual([]);
});
