import type { StagedContent } from '@parvis/shared/rules/imports/map-record.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { ImportKey } from './staged-rows.queries.ts';

/** One import of a town at a time; waits for the other. Repeats and names are then judged by what is committed. */
export async function lockImports(tx: Tx, municipalityId: string): Promise<void> {
  await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('import:' || $1, 0))`, [municipalityId]);
}

/** For this transaction: moments without a zone are the town's, and statements may take as long as a large import needs. */
export async function prepareSwitch(tx: Tx, timeZone: string): Promise<void> {
  await tx.run(`SELECT set_config('timezone', $1, true), set_config('statement_timeout', '600s', true)`, [timeZone]);
}

const growing = ['participants', 'contributions', 'comments', 'external_keys'] as const;
export type GrowingTable = (typeof growing)[number];

/**
 * Tells the planner that a table has grown by far more than it knew. Checks of foreign keys keep their plans for as long as a connection
 * lives: made on a nearly empty table they read all of it for each row, and 3,400 comments took 20 s instead of 0.5.
 */
export async function analyseGrown(tx: Tx, table: GrowingTable, rows: number): Promise<void> {
  const known = await tx.one<{ rows: number }>('SELECT reltuples::float8 AS rows FROM pg_class WHERE oid = $1::regclass', [table]);
  if (known!.rows < 5 * rows) await tx.run(`ANALYZE ${table}`);
}

/** The order of publishing: what others refer to comes first. */
export const waves = ['proposals', 'first-level', 'replies', 'totals'] as const;
export type Wave = (typeof waves)[number];

const ofWave: Record<Wave, string> = {
  proposals: `r.kind = 'proposal'`,
  'first-level': `r.kind = 'comment' AND r.first_level_key = r.external_key`,
  replies: `r.kind = 'comment' AND r.first_level_key IS DISTINCT FROM r.external_key`,
  totals: `r.kind = 'totals'`,
};

/** A staged row with the ids of what it refers to. */
export interface ResolvedRow {
  readonly position: number;
  readonly external_key: string;
  readonly contribution_id: string;
  readonly participant_id: string | null;
  readonly subject_id: string | null;
  readonly parent_id: string | null;
  /** The key of what a comment really answered, where that is not the first comment of its thread. */
  readonly source_parent: string | null;
  readonly content: StagedContent;
}

/**
 * What a key of the source became here, looked up by the primary key for each row. Not a join: the switch fills the table as it goes, statistics
 * know nothing yet of the kind that is being filled, and a join then reads all of it for each row (100,000 rows were not done after four minutes).
 */
const keyOf = (column: 'participant_id' | 'contribution_id', kind: string, key: string): string =>
  `(SELECT k.${column} FROM external_keys k WHERE k.municipality_id = r.municipality_id AND k.source = $3 AND k.kind = '${kind}' AND k.external_key = ${key})`;

/** Staged rows of a wave after a position, resolved through the keys that earlier waves and imports have left. */
export async function readWave(
  tx: Tx,
  { municipalityId, importId, source }: ImportKey,
  wave: Wave,
  after: number,
  limit: number,
): Promise<ResolvedRow[]> {
  // The batch is cut out first: joined as a whole, each of 25 batches would read all 100,000 staged rows again.
  return tx.rows<ResolvedRow>(
    `
    WITH batch AS MATERIALIZED (
      SELECT r.municipality_id, r.position, r.external_key, r.contribution_id, r.author_key, r.subject_key, r.parent_key, r.first_level_key, r.parent_id, r.content
      FROM import_rows r WHERE r.municipality_id = $1 AND r.import_id = $2 AND r.position > $4 AND ${ofWave[wave]} ORDER BY r.position LIMIT $5)
    SELECT r.position, r.external_key, r.contribution_id, ${keyOf('participant_id', 'participant', 'r.author_key')} AS participant_id,
      ${keyOf('contribution_id', 'proposal', 'r.subject_key')} AS subject_id,
      coalesce(r.parent_id, CASE WHEN r.first_level_key <> r.external_key THEN ${keyOf('contribution_id', 'comment', 'r.first_level_key')} END) AS parent_id,
      CASE WHEN r.parent_key IS DISTINCT FROM r.first_level_key THEN r.parent_key END AS source_parent, r.content
    FROM batch r
    ORDER BY r.position`,
    [municipalityId, importId, source, after, limit],
  );
}

export interface NewKey {
  readonly key: string;
  readonly contributionId: string | null;
  readonly participantId: string | null;
}

/** Remembers the source's keys. Fails on a key that is known: two imports of one source at once. */
export async function insertExternalKeys(
  tx: Tx,
  { municipalityId, importId, source }: ImportKey,
  kind: 'proposal' | 'comment' | 'participant',
  keys: readonly NewKey[],
): Promise<void> {
  await tx.run(
    `
    INSERT INTO external_keys (municipality_id, source, kind, external_key, contribution_id, participant_id, import_id)
    SELECT $1, $2, $3, k.key, k.contribution_id, k.participant_id, $4 FROM unnest($5::text[], $6::uuid[], $7::uuid[]) AS k(key, contribution_id, participant_id)`,
    [municipalityId, source, kind, importId, keys.map((k) => k.key), keys.map((k) => k.contributionId), keys.map((k) => k.participantId)],
  );
}

export interface ImportedComment {
  readonly id: string;
  readonly subjectId: string;
  readonly parentId: string | null;
  readonly sourceParent: string | null;
  readonly stance: string;
  readonly body: string;
}

/** One statement for a batch; the rows of `contributions` with these ids are there before. */
export async function insertComments(tx: Tx, municipalityId: string, comments: readonly ImportedComment[]): Promise<void> {
  await tx.run(
    `
    INSERT INTO comments (municipality_id, id, subject_id, parent_id, source_parent, stance, body)
    SELECT $1, c.* FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[]) AS c`,
    [
      municipalityId,
      comments.map((c) => c.id),
      comments.map((c) => c.subjectId),
      comments.map((c) => c.parentId),
      comments.map((c) => c.sourceParent),
      comments.map((c) => c.stance),
      comments.map((c) => c.body),
    ],
  );
}

export interface ImportedTally {
  readonly contributionId: string;
  readonly label: string;
  readonly count: number;
}

/** Figures of the source; a later import of the same source replaces them. */
export async function upsertImportedTallies(
  tx: Tx,
  { municipalityId, importId }: ImportKey,
  tallies: readonly ImportedTally[],
): Promise<void> {
  if (tallies.length === 0) return;
  await tx.run(
    `
    INSERT INTO imported_tallies (municipality_id, contribution_id, label, count, import_id)
    SELECT $1, t.id, t.label, t.count, $2 FROM unnest($3::uuid[], $4::text[], $5::int[]) AS t(id, label, count)
    ON CONFLICT ON CONSTRAINT imported_tallies_once DO UPDATE SET count = EXCLUDED.count, import_id = EXCLUDED.import_id`,
    [municipalityId, importId, tallies.map((t) => t.contributionId), tallies.map((t) => t.label), tallies.map((t) => t.count)],
  );
}

/** Names that imported people of the town have. */
export async function readImportedNames(tx: Tx, municipalityId: string): Promise<string[]> {
  return (
    await tx.rows<{ display_name: string }>(`SELECT display_name FROM participants WHERE municipality_id = $1 AND source = 'import'`, [
      municipalityId,
    ])
  ).map((row) => row.display_name);
}
