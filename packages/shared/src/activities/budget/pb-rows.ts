import { parse } from 'csv-parse/sync';

/** What is wrong with a line of a .pb file; `line` from 1. `code` is a key of messages, `value` what stands there. */
export interface PbFault {
  readonly line: number;
  readonly code:
    | 'unreadable'
    | 'no-section'
    | 'no-budget'
    | 'bad-amount'
    | 'no-column'
    | 'no-id'
    | 'repeated-project'
    | 'repeated-voter'
    | 'unknown-project'
    | 'bad-points'
    | 'unknown-vote-type'
    | 'wrong-count';
  readonly column: string;
  readonly value: string;
}

/** The sections of a file, in their order. */
export const pbSections = ['META', 'PROJECTS', 'VOTES'] as const;
export type PbSection = (typeof pbSections)[number];

/** A record with the line on which it begins. */
export interface PbRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A section: its column names in small letters, and its records. */
export interface PbTable {
  readonly header: readonly string[];
  readonly rows: PbRow[];
}

/** Cuts a file into its sections; what stands before the first, and what is no CSV, is a fault. */
export function cutPb(text: string, faults: PbFault[]): Map<PbSection, PbTable> {
  const found = new Map<PbSection, PbTable>();
  let section: PbSection | null = null;
  let isHeader = false;
  const records = parse(text, {
    delimiter: ';',
    record_delimiter: ['\r\n', '\n', '\r'], // a file may hold several
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      faults.push({ line: Number(error?.['lines'] ?? 0), code: 'unreadable', column: '', value: error?.message.slice(0, 200) ?? '' });
      return undefined;
    },
  }) as unknown as { record: string[]; info: { lines: number } }[];
  for (const { record, info } of records) {
    const cells = record.map((cell) => cell.trim());
    const title = pbSections.find((one) => one === cells[0]?.toUpperCase());
    if (title && cells.slice(1).every((cell) => cell === '')) {
      section = title;
      isHeader = true;
      found.set(section, { header: [], rows: [] });
    } else if (section === null) faults.push({ line: info.lines, code: 'no-section', column: '', value: cells.join(';').slice(0, 200) });
    else if (isHeader) {
      found.set(section, { header: cells.map((cell) => cell.toLowerCase()), rows: [] });
      isHeader = false;
    } else found.get(section)!.rows.push({ line: info.lines, cells });
  }
  return found;
}
