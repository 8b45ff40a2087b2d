import type { ImportMapping } from '@parvis/shared/rules/imports/mapping.ts';
import type { SourceShape } from '@parvis/shared/rules/imports/recognise.ts';
import type { ImportState } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Language } from '../../platform/messages/index.ts';
import type { ImportKey } from './staged-rows.queries.ts';

export interface ImportRow {
  readonly id: string;
  readonly source: string;
  readonly file_name: string;
  readonly file_id: string | null;
  readonly mapping: ImportMapping;
  readonly state: ImportState;
  readonly consultation_id: string;
  readonly activity_id: string;
  readonly activity_kind: string;
  readonly activity_title: string;
  readonly activity_slug: string;
  readonly consultation_slug: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly rows_read: number;
  readonly rows_total: number | null;
  readonly rows_done: number;
  readonly faults: number;
  readonly notices: number;
  readonly repeats: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly found: SourceShape | null;
  readonly started_by: string | null;
  readonly started_at: string;
  readonly published_at: string | null;
}

const columns = `i.id, i.source, i.file_name, i.file_id, i.mapping, i.state, i.consultation_id, i.activity_id, a.kind AS activity_kind, a.title AS activity_title, a.slug AS activity_slug, k.slug AS consultation_slug, a.settings,
  i.rows_read, i.rows_total, i.rows_done, i.faults, i.notices, i.repeats, i.counts, i.found, i.started_by, i.started_at, i.published_at`;
const joined =
  'imports i JOIN activities a ON a.municipality_id = i.municipality_id AND a.id = i.activity_id JOIN consultations k ON k.municipality_id = i.municipality_id AND k.id = i.consultation_id';

export interface NewImport extends ImportKey {
  readonly consultationId: string;
  readonly activityId: string;
  readonly mapping: ImportMapping;
  readonly fileId: string | null;
  readonly fileName: string;
  readonly startedBy: string | null;
}

/** Begins in the state `staging`; `fileId` is the caller's own upload, or null for the command line. */
export async function insertImport(db: Sql, n: NewImport): Promise<void> {
  await db.run(
    `
    INSERT INTO imports (municipality_id, id, consultation_id, activity_id, source, mapping, file_id, file_name, started_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [n.municipalityId, n.importId, n.consultationId, n.activityId, n.source, JSON.stringify(n.mapping), n.fileId, n.fileName, n.startedBy],
  );
}

/** With the words of its activity and consultation; null when discarded or another town's. */
export async function readImport(db: Sql, municipalityId: string, importId: string): Promise<ImportRow | null> {
  return db.one<ImportRow>(`SELECT ${columns} FROM ${joined} WHERE i.municipality_id = $1 AND i.id = $2`, [municipalityId, importId]);
}

/** Newest first, before `before` (an id). */
export async function readImports(db: Sql, municipalityId: string, before: string | null, limit: number): Promise<ImportRow[]> {
  return db.rows<ImportRow>(
    `SELECT ${columns} FROM ${joined} WHERE i.municipality_id = $1 AND ($2::uuid IS NULL OR i.id < $2) ORDER BY i.id DESC LIMIT $3`,
    [municipalityId, before, limit],
  );
}

/** The activity that an import goes into; null when the town has no such id. */
export async function readImportActivity(
  db: Sql,
  municipalityId: string,
  activityId: string,
): Promise<{ kind: string; consultation_id: string } | null> {
  return db.one('SELECT kind, consultation_id FROM activities WHERE municipality_id = $1 AND id = $2', [municipalityId, activityId]);
}

export interface ImportPlaceRow {
  readonly activity_id: string;
  readonly title: string;
  readonly consultation_title: string;
  readonly consultation_state: string;
}

/** Activities of some kinds in consultations that are not archived, latest consultation first. */
export async function readImportPlaces(db: Sql, municipalityId: string, kinds: readonly string[]): Promise<ImportPlaceRow[]> {
  return db.rows<ImportPlaceRow>(
    `
    SELECT a.id AS activity_id, a.title, k.title AS consultation_title, k.state AS consultation_state
    FROM activities a JOIN consultations k ON k.municipality_id = a.municipality_id AND k.id = a.consultation_id
    WHERE a.municipality_id = $1 AND a.kind = ANY ($2) AND k.state <> 'archived' ORDER BY k.id DESC, a.position, a.id LIMIT 100`,
    [municipalityId, kinds],
  );
}

/** An activity by the slugs of its town, its consultation and itself, for the command line. */
export async function findImportActivity(
  db: Sql,
  town: string,
  consultation: string,
  activity: string,
): Promise<{ municipality_id: string; consultation_id: string; activity_id: string } | null> {
  return db.one(
    `
    SELECT a.municipality_id, a.consultation_id, a.id AS activity_id FROM municipalities m
    JOIN consultations k ON k.municipality_id = m.id JOIN activities a ON a.municipality_id = m.id AND a.consultation_id = k.id
    WHERE m.slug = $1 AND k.slug = $2 AND a.slug = $3`,
    [town, consultation, activity],
  );
}

/** The clock and the languages by which dates and texts of a file are understood. */
export async function readImportTown(db: Sql, municipalityId: string): Promise<{ time_zone: string; languages: readonly Language[] }> {
  return (await db.one('SELECT time_zone, languages FROM municipalities WHERE id = $1', [municipalityId]))!;
}

/** Progress while a file is read; `rowsTotal` is a guess from the share of bytes, null as long as there is none. */
export async function updateReading(
  db: Sql,
  { municipalityId, importId }: ImportKey,
  rowsRead: number,
  rowsTotal: number | null,
): Promise<void> {
  await db.run('UPDATE imports SET rows_read = $3, rows_total = $4 WHERE municipality_id = $1 AND id = $2', [
    municipalityId,
    importId,
    rowsRead,
    rowsTotal,
  ]);
}

interface CheckedFigures {
  rowsRead: number;
  faults: number;
  notices: number;
  repeats: number;
  counts: object;
  /** Of a file whose columns are others than the mapping's. */
  found?: SourceShape | null;
}

/** Ends the reading, for good or with faults; of no effect on an import that was discarded meanwhile. */
export async function updateChecked(db: Sql, { municipalityId, importId }: ImportKey, f: CheckedFigures): Promise<void> {
  await db.run(
    `
    UPDATE imports SET state = 'checked', rows_read = $3, rows_total = $3, faults = $4, notices = $5, repeats = $6, counts = $7, found = $8 WHERE municipality_id = $1 AND id = $2 AND state = 'staging'`,
    [
      municipalityId,
      importId,
      f.rowsRead,
      f.faults,
      f.notices,
      f.repeats,
      JSON.stringify(f.counts),
      f.found ? JSON.stringify(f.found) : null,
    ],
  );
}

/** Moves an import on from one of `from`; false when it is in none of them. */
export async function moveImport(
  db: Sql,
  municipalityId: string,
  importId: string,
  from: readonly ImportState[],
  to: ImportState,
): Promise<boolean> {
  return (
    (await db.run('UPDATE imports SET state = $4, rows_done = 0 WHERE municipality_id = $1 AND id = $2 AND state = ANY ($3)', [
      municipalityId,
      importId,
      from,
      to,
    ])) > 0
  );
}

/** Progress of the switch, seen from outside its transaction. */
export async function updateDone(db: Sql, { municipalityId, importId }: ImportKey, rowsDone: number): Promise<void> {
  await db.run('UPDATE imports SET rows_done = $3 WHERE municipality_id = $1 AND id = $2', [municipalityId, importId, rowsDone]);
}

/** In the one transaction that publishes everything: an import is never half published. */
export async function updatePublished(db: Sql, { municipalityId, importId }: ImportKey, counts: object, rowsDone: number): Promise<void> {
  await db.run(
    `
    UPDATE imports SET state = 'published', counts = $3, rows_done = $4, published_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, importId, JSON.stringify(counts), rowsDone],
  );
}

export interface FaultRow {
  readonly id: string;
  readonly line: number;
  readonly column_name: string;
  readonly code: string;
  readonly shown: string;
  readonly is_notice: boolean;
}

/** In the order of lines, faults before notices; after `after` (line and id of the last one shown). */
export async function readFaults(
  db: Sql,
  municipalityId: string,
  importId: string,
  after: { isNotice: boolean; line: number; id: string } | null,
  limit: number,
): Promise<FaultRow[]> {
  return db.rows<FaultRow>(
    `
    SELECT id, line, column_name, code, shown, is_notice FROM import_faults
    WHERE municipality_id = $1 AND import_id = $2 AND ($3::boolean IS NULL OR (is_notice, line, id) > ($3, $4::int, $5::uuid)) ORDER BY is_notice, line, id LIMIT $6`,
    [municipalityId, importId, after?.isNotice ?? null, after?.line ?? null, after?.id ?? null, limit],
  );
}

/** Staged rows and faults of imports that ended, or were left lying, 30 days ago. */
export async function deleteOldStaging(db: Sql): Promise<void> {
  for (const table of ['import_rows', 'import_faults']) {
    await db.run(`
      DELETE FROM ${table} t USING imports i
      WHERE t.municipality_id = i.municipality_id AND t.import_id = i.id AND i.started_at < statement_timestamp() - interval '30 days'`);
  }
}
