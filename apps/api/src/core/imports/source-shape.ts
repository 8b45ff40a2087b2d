import { parse } from 'csv-parse/sync';
import { findDelimiter } from '@parvis/shared/rules/imports/delimiter.ts';
import type { SourceShape } from '@parvis/shared/rules/imports/recognise.ts';
import { readRecords } from './read-source.ts';

const mostColumns = 60;
const longestName = 80;

/** What a source text is, whatever mapping was chosen for it. No columns where it is neither CSV nor JSON. */
export async function shapeOf(text: string): Promise<SourceShape> {
  if (/^\s*[[{]/.test(text)) return { format: 'json', columns: namesOf(await firstRecord(text)) };
  const start = text.slice(0, 100_000);
  const options = {
    delimiter: findDelimiter(start),
    to: 1,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  };
  return { format: 'csv', columns: namesOf(parse(start, options)[0] ?? []) };
}

async function firstRecord(text: string): Promise<string[]> {
  for await (const { record } of readRecords(text, 'json', [])) return Object.keys(record?.values ?? {});
  return [];
}

function namesOf(names: readonly string[]): string[] {
  const shown = (name: string): string =>
    name
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim();
  return names.slice(0, mostColumns).flatMap((name) => [...shown(name)].slice(0, longestName).join('') || []);
}
