import type { ImportFault, StagedRow } from '@parvis/shared/rules/imports/map-record.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

/** Which import, of which town; `source` names the other platform. */
export interface ImportKey {
  readonly municipalityId: string;
  readonly importId: string;
  readonly source: string;
}

/** Faults that are kept for reading; more are only counted. */
export const maxKeptFaults = 2_000;

/** Forgets what an earlier run of the same import had staged. */
export async function deleteStaged(db: Sql, { municipalityId, importId }: ImportKey): Promise<void> {
  await db.run('DELETE FROM import_rows WHERE municipality_id = $1 AND import_id = $2', [municipalityId, importId]);
  await db.run('DELETE FROM import_faults WHERE municipality_id = $1 AND import_id = $2', [municipalityId, importId]);
}

/** Stages rows in one statement. `ids` are those that their contributions will have. */
export async function insertStaged(
  db: Sql,
  { municipalityId, importId }: ImportKey,
  rows: readonly StagedRow[],
  ids: readonly string[],
  firstPosition: number,
): Promise<void> {
  await db.run(
    `
    INSERT INTO import_rows (municipality_id, import_id, position, kind, external_key, line, subject_key, parent_key, author_key, contribution_id, content)
    SELECT $1, $2, r.position, r.kind, r.key, r.line, r.subject_key, r.parent_key, r.author_key, r.id, r.content
    FROM unnest($3::int[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[], $9::text[], $10::uuid[], $11::jsonb[])
      AS r(position, kind, key, line, subject_key, parent_key, author_key, id, content)`,
    [
      municipalityId,
      importId,
      rows.map((_, at) => firstPosition + at),
      rows.map((r) => r.kind),
      rows.map((r) => r.key),
      rows.map((r) => r.line),
      rows.map((r) => r.subjectKey),
      rows.map((r) => r.parentKey),
      rows.map((r) => r.authorKey),
      ids,
      rows.map((r) => JSON.stringify(r.content)),
    ],
  );
}

/** Appends, without a limit of its own: the caller decides how many are told. */
export async function insertFaults(
  db: Sql,
  { municipalityId, importId }: ImportKey,
  faults: readonly (ImportFault & { readonly isNotice: boolean })[],
): Promise<void> {
  if (faults.length === 0) return;
  await db.run(
    `
    INSERT INTO import_faults (municipality_id, import_id, id, line, column_name, code, shown, is_notice)
    SELECT $1, $2, gen_random_uuid(), f.* FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::boolean[]) AS f(line, column_name, code, shown, is_notice)`,
    [
      municipalityId,
      importId,
      faults.map((f) => f.line),
      faults.map((f) => f.column),
      faults.map((f) => f.code),
      faults.map((f) => f.shown),
      faults.map((f) => f.isNotice),
    ],
  );
}

const staged = 'FROM import_rows r WHERE r.municipality_id = $1 AND r.import_id = $2';

// Positions of staged rows that cannot be published, as joins that hash: a file may hold a hundred thousand of them.
const faulty = {
  'repeated-key': {
    shown: 'external_key',
    sql: `SELECT position FROM (SELECT r.position, row_number() OVER (PARTITION BY r.kind, r.external_key ORDER BY r.position) AS nth ${staged} AND r.kind <> 'totals') AS numbered WHERE nth > 1`,
  },
  'subject-not-found': {
    shown: 'subject_key',
    sql: `SELECT r.position ${staged} AND r.subject_key IS NOT NULL
      AND NOT EXISTS (SELECT FROM import_rows o WHERE o.municipality_id = $1 AND o.import_id = $2 AND o.kind = 'proposal' AND o.external_key = r.subject_key)
      AND NOT EXISTS (SELECT FROM external_keys e WHERE e.municipality_id = $1 AND e.source = $3 AND e.kind = 'proposal' AND e.external_key = r.subject_key)`,
  },
  'parent-elsewhere': {
    shown: 'parent_key',
    sql: `SELECT r.position FROM import_rows r
        JOIN import_rows o ON o.municipality_id = $1 AND o.import_id = $2 AND o.kind = 'comment' AND o.external_key = r.parent_key
        WHERE r.municipality_id = $1 AND r.import_id = $2 AND o.subject_key <> r.subject_key
      UNION SELECT r.position FROM import_rows r
        JOIN external_keys e ON e.municipality_id = $1 AND e.source = $3 AND e.kind = 'comment' AND e.external_key = r.parent_key
        JOIN comments c ON c.municipality_id = e.municipality_id AND c.id = e.contribution_id
        LEFT JOIN external_keys s ON s.municipality_id = $1 AND s.source = $3 AND s.kind = 'proposal' AND s.external_key = r.subject_key
        WHERE r.municipality_id = $1 AND r.import_id = $2 AND c.subject_id IS DISTINCT FROM s.contribution_id`,
  },
  'parent-in-a-circle': {
    shown: 'parent_key',
    sql: `SELECT r.position ${staged} AND r.kind = 'comment' AND r.first_level_key IS NULL AND r.parent_id IS NULL`,
  },
} as const;
export type CrossFault = keyof typeof faulty;

/** Before the checks of a whole file: tells the planner what was staged and what is known; without it, thousands of new rows are taken for a handful. */
export async function analyseStaged(tx: Tx): Promise<void> {
  await tx.run(`SELECT set_config('statement_timeout', '600s', true)`); // a large file's checks take longer than a request may
  await tx.run('ANALYZE import_rows, external_keys');
}

/** Takes away the staged rows that have a fault of this code and tells them as faults of `column`; gives how many. */
export async function dropFaulty(
  tx: Tx,
  { municipalityId, importId, source }: ImportKey,
  code: CrossFault,
  column: string,
): Promise<number> {
  const { shown, sql } = faulty[code];
  const row = await tx.one<{ count: number }>(
    `
    WITH bad AS MATERIALIZED (${sql}),
    gone AS (
      DELETE FROM import_rows d USING bad WHERE d.municipality_id = $1 AND d.import_id = $2 AND d.position = bad.position AND $3 <> ''
      RETURNING d.line, d.${shown} AS shown),
    noted AS (
      INSERT INTO import_faults (municipality_id, import_id, id, line, column_name, code, shown)
      SELECT $1, $2, gen_random_uuid(), line, $4, $5, left(coalesce(shown, ''), 80) FROM gone ORDER BY line LIMIT ${maxKeptFaults})
    SELECT count(*)::int AS count FROM gone`,
    [municipalityId, importId, source, column, code],
  );
  return row!.count;
}

/** Takes away rows that an import of the same source has published before; gives how many. Totals are never repeats: they replace. */
export async function dropRepeats(tx: Tx, { municipalityId, importId, source }: ImportKey): Promise<number> {
  return tx.run(
    `
    DELETE FROM import_rows r USING external_keys e
    WHERE r.municipality_id = $1 AND r.import_id = $2 AND r.kind <> 'totals'
      AND e.municipality_id = r.municipality_id AND e.source = $3 AND e.kind = r.kind AND e.external_key = r.external_key`,
    [municipalityId, importId, source],
  );
}

/**
 * Finds for each staged comment what it hangs on in two levels: its own key where it begins a thread (also when what it answers is in
 * neither this file nor an earlier import), else the first comment of its thread, staged (`first_level_key`) or published before
 * (`parent_id`). Comments that answer each other in a circle stay without either.
 */
export async function resolveThreads(tx: Tx, { municipalityId, importId, source }: ImportKey): Promise<void> {
  await tx.run(
    `
    WITH RECURSIVE mine AS MATERIALIZED (
      SELECT position, external_key, parent_key FROM import_rows WHERE municipality_id = $1 AND import_id = $2 AND kind = 'comment'),
    known AS MATERIALIZED (
      SELECT m.position, m.external_key, coalesce(c.parent_id, c.id) AS parent_id FROM mine m
      JOIN external_keys e ON e.municipality_id = $1 AND e.source = $3 AND e.kind = 'comment' AND e.external_key = m.parent_key
      JOIN comments c ON c.municipality_id = e.municipality_id AND c.id = e.contribution_id),
    walk(position, external_key, first_key, parent_id) AS (
      (SELECT m.position, m.external_key, m.external_key, NULL::uuid FROM mine m
        WHERE m.parent_key IS NULL OR (m.parent_key NOT IN (SELECT external_key FROM mine) AND m.position NOT IN (SELECT position FROM known))
      UNION ALL SELECT position, external_key, NULL, parent_id FROM known)
      UNION ALL SELECT m.position, m.external_key, w.first_key, w.parent_id FROM walk w JOIN mine m ON m.parent_key = w.external_key)
    UPDATE import_rows r SET first_level_key = w.first_key, parent_id = w.parent_id FROM walk w
    WHERE r.municipality_id = $1 AND r.import_id = $2 AND r.position = w.position`,
    [municipalityId, importId, source],
  );
}

/** Tells the comments that answer something which is nowhere: they begin threads of their own. Gives how many. */
export async function noteMissingParents(tx: Tx, { municipalityId, importId }: ImportKey, column: string): Promise<number> {
  const row = await tx.one<{ count: number }>(
    `
    WITH lost AS (
      SELECT line, parent_key FROM import_rows
      WHERE municipality_id = $1 AND import_id = $2 AND kind = 'comment' AND parent_key IS NOT NULL AND first_level_key = external_key),
    noted AS (
      INSERT INTO import_faults (municipality_id, import_id, id, line, column_name, code, shown, is_notice)
      SELECT $1, $2, gen_random_uuid(), line, $3, 'parent-not-found', left(parent_key, 80), true FROM lost ORDER BY line LIMIT ${maxKeptFaults})
    SELECT count(*)::int AS count FROM lost`,
    [municipalityId, importId, column],
  );
  return row!.count;
}

/** Keys of authors without a participant yet, and whether some row has no author. */
export async function readNewAuthors(
  tx: Tx,
  { municipalityId, importId, source }: ImportKey,
): Promise<{ keys: string[]; someAnonymous: boolean }> {
  const rows = await tx.rows<{ author_key: string | null }>(
    `
    SELECT DISTINCT r.author_key FROM import_rows r
    LEFT JOIN external_keys e ON e.municipality_id = r.municipality_id AND e.source = $3 AND e.kind = 'participant' AND e.external_key = r.author_key
    WHERE r.municipality_id = $1 AND r.import_id = $2 AND r.kind <> 'totals' AND e.external_key IS NULL ORDER BY 1`,
    [municipalityId, importId, source],
  );
  return {
    keys: rows.flatMap((row) => (row.author_key === null ? [] : [row.author_key])),
    someAnonymous: rows.some((row) => row.author_key === null),
  };
}

/** Staged rows by kind. */
export async function countStaged(
  db: Sql,
  { municipalityId, importId }: ImportKey,
): Promise<{ proposal: number; comment: number; totals: number }> {
  const row = await db.one<{ proposal: number; comment: number; totals: number }>(
    `
    SELECT (count(*) FILTER (WHERE kind = 'proposal'))::int AS proposal, (count(*) FILTER (WHERE kind = 'comment'))::int AS comment, (count(*) FILTER (WHERE kind = 'totals'))::int AS totals
    FROM import_rows WHERE municipality_id = $1 AND import_id = $2`,
    [municipalityId, importId],
  );
  return row!;
}
