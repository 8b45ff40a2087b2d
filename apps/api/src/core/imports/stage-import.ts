import { importNotices, mapRecord, type ImportFault, type MappingTools, type StagedRow } from '@parvis/shared/rules/imports/map-record.ts';
import { columnsOf, type ImportMapping } from '@parvis/shared/rules/imports/mapping.ts';
import { suits, type SourceShape } from '@parvis/shared/rules/imports/recognise.ts';
import { columnOf } from '@parvis/shared/rules/imports/read-field.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { cleanRichText } from '../../platform/text/index.ts';
import { updateChecked, updateReading } from './imports.queries.ts';
import { decodeSource, readRecords } from './read-source.ts';
import { shapeOf } from './source-shape.ts';
import {
  analyseStaged,
  countStaged,
  deleteStaged,
  dropFaulty,
  dropRepeats,
  insertFaults,
  insertStaged,
  maxKeptFaults,
  noteMissingParents,
  resolveThreads,
  type CrossFault,
  type ImportKey,
} from './staged-rows.queries.ts';

/** Rows of one statement. */
const perBatch = 1_000;

/**
 * Reads a source file, notes every fault, and stages what can be published; nothing of it is public. Ends with the checks that need the
 * whole file: repeats, subjects, threads. May run again: it begins anew.
 * @param categories ids of the activity's categories by their names and ids in lower case
 */
export async function stageImport(
  db: Database,
  key: ImportKey,
  mapping: ImportMapping,
  bytes: Buffer,
  categories: ReadonlyMap<string, string>,
): Promise<void> {
  await deleteStaged(db, key);
  const stager = new Stager(db, key);
  const tools: MappingTools = { clean: cleanRichText, categories };
  const text = decodeSource(bytes);
  for await (const { record, fault, line, share } of readRecords(text, mapping.format, columnsOf(mapping))) {
    const { rows, faults } = record ? mapRecord(record, line, mapping.records, tools) : { rows: [], faults: fault ? [fault] : [] };
    await stager.add(rows, faults, share);
  }
  await stager.flush(1);
  await check(db, key, mapping, stager, async () => {
    const shape = await shapeOf(text);
    return suits(mapping, shape) ? null : shape;
  });
}

class Stager {
  rowsRead = 0;
  faults = 0;
  notices = 0;
  private position = 0;
  private kept = 0;
  private readonly noticed = new Set<string>();
  private rows: StagedRow[] = [];
  private told: (ImportFault & { readonly isNotice: boolean })[] = [];

  constructor(
    private readonly db: Database,
    private readonly key: ImportKey,
  ) {}

  async add(rows: readonly StagedRow[], faults: readonly ImportFault[], share: number): Promise<void> {
    this.rowsRead += 1;
    this.rows.push(...rows);
    for (const fault of faults) {
      const isNotice = importNotices.includes(fault.code);
      if (isNotice && this.isToldAlready(fault)) continue;
      if (isNotice) this.notices += 1;
      else this.faults += 1;
      if (this.kept < maxKeptFaults) this.told.push({ ...fault, isNotice });
      this.kept += 1;
    }
    if (this.rows.length >= perBatch || this.told.length >= perBatch) await this.flush(share);
  }

  /** A notice about a value is told where it first stands: one category that does not exist can be in each of a thousand rows. */
  private isToldAlready({ code, column, shown }: ImportFault): boolean {
    const notice = `${code} ${column} ${shown}`;
    if (this.noticed.has(notice)) return true;
    this.noticed.add(notice);
    return false;
  }

  async flush(share: number): Promise<void> {
    for (let from = 0; from < this.rows.length; from += perBatch) {
      const batch = this.rows.slice(from, from + perBatch);
      await insertStaged(
        this.db,
        this.key,
        batch,
        batch.map((row) => newId(millisecondsOf(row.content.at))),
        this.position,
      );
      this.position += batch.length;
    }
    await insertFaults(this.db, this.key, this.told);
    [this.rows, this.told] = [[], []];
    await updateReading(this.db, this.key, this.rowsRead, share > 0 ? Math.max(this.rowsRead, Math.round(this.rowsRead / share)) : null);
  }
}

/** The source's time, so that ids sort by it; a moment without a zone is taken as UTC here, where a few hours say nothing. */
function millisecondsOf(at: string | null | undefined): number | undefined {
  return at ? Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(at) ? at : `${at}Z`) : undefined;
}

/** @param findOther what the file is, when it is not what the mapping reads; asked only when nothing could be taken from it */
async function check(
  db: Database,
  key: ImportKey,
  mapping: ImportMapping,
  { rowsRead, faults, notices }: Stager,
  findOther: () => Promise<SourceShape | null>,
): Promise<void> {
  const column = (name: 'key' | 'subject' | 'parent'): string =>
    mapping.records.flatMap((one) => {
      const ref =
        name === 'key'
          ? one.kind === 'totals'
            ? undefined
            : one.key
          : name === 'subject'
            ? one.kind === 'proposal'
              ? undefined
              : one.subject
            : one.kind === 'comment'
              ? one.parent
              : undefined;
      return ref ? [columnOf(ref)] : [];
    })[0] ?? '';
  await db.transaction(async (tx) => {
    await analyseStaged(tx);
    let found = faults;
    const drop = async (code: CrossFault, of: string): Promise<void> => {
      found += await dropFaulty(tx, key, code, of);
    };
    await drop('repeated-key', column('key'));
    const repeats = await dropRepeats(tx, key);
    await drop('subject-not-found', column('subject'));
    await drop('parent-elsewhere', column('parent'));
    await resolveThreads(tx, key);
    await drop('parent-in-a-circle', column('parent'));
    const lost = await noteMissingParents(tx, key, column('parent'));
    const counts = await countStaged(tx, key);
    const isBarren = found > 0 && repeats === 0 && Object.values(counts).every((count) => count === 0);
    await updateChecked(tx, key, {
      rowsRead,
      faults: found,
      notices: notices + lost,
      repeats,
      counts,
      found: isBarren ? await findOther() : null,
    });
  });
}
