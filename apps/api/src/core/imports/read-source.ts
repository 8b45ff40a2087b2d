import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse';
import { findDelimiter } from '@parvis/shared/rules/imports/delimiter.ts';
import type { ImportFault } from '@parvis/shared/rules/imports/map-record.ts';
import type { SourceRecord } from '@parvis/shared/rules/imports/read-field.ts';

/** One record with the line where it begins, or a record that cannot be read. `share` is how much of the file is behind, 0 to 1. */
export interface ReadRecord {
  readonly line: number;
  readonly share: number;
  readonly record: SourceRecord | null;
  readonly fault: ImportFault | null;
}

/** Bytes that a compressed file may grow to. */
const maxInflatedBytes = 400_000_000;

/** A compressed file grew beyond what is opened, or is damaged. */
export class SourceUnreadable extends Error {}

/**
 * A file's text, whatever wrote it: gzip is opened, a UTF-8 or UTF-16 byte order mark is obeyed and dropped, and bytes that are no
 * UTF-8 are read as Windows-1252, which spreadsheets of French town halls write.
 * @throws SourceUnreadable
 */
export function decodeSource(bytes: Buffer): string {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? inflate(bytes) : bytes;
  if (plain[0] === 0xff && plain[1] === 0xfe) return new TextDecoder('utf-16le').decode(plain);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return new TextDecoder('windows-1252').decode(plain);
  }
}

function inflate(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxInflatedBytes });
  } catch {
    throw new SourceUnreadable('The compressed file is damaged or too large.');
  }
}

/** The records of a source text, first to last; what cannot be read comes as a fault in its place. `columns` are held against the header of CSV. */
export function readRecords(
  text: string,
  format: 'csv' | 'json',
  columns: readonly string[],
): AsyncIterable<ReadRecord> | Iterable<ReadRecord> {
  return format === 'csv' ? readCsv(text, columns) : readJson(text);
}

async function* readCsv(text: string, columns: readonly string[]): AsyncIterable<ReadRecord> {
  const skipped: ReadRecord[] = [];
  const fault = (line: number, code: ImportFault['code'], column = '', shown = ''): ReadRecord => ({
    line,
    share: 0,
    record: null,
    fault: { line, column, code, shown: shown.slice(0, 80) },
  });
  const parser = parse(text, {
    delimiter: findDelimiter(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  parser.on('skip', (error: { lines?: number; record?: readonly string[] } | undefined) =>
    skipped.push(fault(error?.lines ?? 0, 'unreadable', '', String(error?.record ?? ''))),
  );
  let header: readonly string[] | null = null;
  let lastLine = 0;
  for await (const { record, info } of parser as AsyncIterable<{ record: readonly string[]; info: { lines: number; bytes: number } }>) {
    yield* skipped.splice(0);
    const line = lastLine + 1;
    lastLine = info.lines;
    if (header === null) {
      header = record.map((name) => name.trim());
      const missing = columns.filter((name) => !header!.includes(name));
      yield* missing.map((name) => fault(1, 'unknown-column', name));
      if (missing.length > 0) return;
    } else if (record.length !== header.length) {
      yield fault(line, 'wrong-number-of-cells', '', `${record.length} / ${header.length}`);
    } else {
      yield {
        line,
        share: Math.min(1, info.bytes / Math.max(1, text.length)),
        record: { values: Object.fromEntries(header.map((name, at) => [name, record[at]])) },
        fault: null,
      };
    }
  }
  yield* skipped.splice(0);
}

/** JSON lines, or one list. Lines end with LF alone: texts may hold U+2028, which is no end of line in JSON. */
function* readJson(text: string): Iterable<ReadRecord> {
  if (/^\s*\[/.test(text)) {
    const list = parseJson(text);
    if (!Array.isArray(list)) return void (yield unreadable(1, text));
    for (const [at, one] of list.entries()) yield jsonRecord(at + 1, at / list.length, one);
    return;
  }
  for (let line = 1, start = 0; start < text.length; line += 1) {
    const end = text.indexOf('\n', start);
    const one = text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
    if (one.trim() !== '') yield jsonRecord(line, start / text.length, parseJson(one), one);
  }
}

function jsonRecord(line: number, share: number, value: unknown, shown = ''): ReadRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unreadable(line, shown);
  return { line, share, record: { values: value as Record<string, unknown> }, fault: null };
}

function unreadable(line: number, shown: string): ReadRecord {
  return { line, share: 0, record: null, fault: { line, column: '', code: 'unreadable', shown: shown.trim().slice(0, 80) } };
}

/** undefined where the text is no JSON: the caller makes a fault of it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
