import type { CommitmentState } from '@parvis/shared/rules/words.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { commitmentJson, namedSubjects, type CommitmentRow } from './response-rows.queries.ts';

export interface CommitmentFactsRow {
  readonly id: string;
  readonly response_id: string;
  readonly consultation_id: string;
  readonly response_state: string;
  readonly title: string;
  readonly state: CommitmentState;
  readonly progress: number;
  readonly due_on: string;
}

/** A commitment of a published response, locked against another change; null when there is none. */
export async function lockCommitment(tx: Tx, municipalityId: string, id: string): Promise<CommitmentFactsRow | null> {
  return tx.one<CommitmentFactsRow>(
    `
    SELECT c.id, c.response_id, c.consultation_id, r.state AS response_state, c.title, c.state, c.progress, c.due_on::text AS due_on
    FROM commitments c JOIN responses r ON r.municipality_id = c.municipality_id AND r.id = c.response_id AND r.state = 'published'
    WHERE c.municipality_id = $1 AND c.id = $2 FOR UPDATE OF c`,
    [municipalityId, id],
  );
}

/** Also of a response that is not published yet; null when there is none. */
export async function readCommitment(db: Sql, municipalityId: string, id: string): Promise<CommitmentRow | null> {
  const row = await db.one<{ commitment: CommitmentRow }>(
    `SELECT ${commitmentJson('')} AS commitment FROM commitments c WHERE c.municipality_id = $1 AND c.id = $2`,
    [municipalityId, id],
  );
  return row?.commitment ?? null;
}

/** `progress` in percent, `dueOn` a day; the caller holds the row and writes the log. */
export async function updateCommitment(
  tx: Tx,
  municipalityId: string,
  id: string,
  change: { readonly state: string; readonly progress: number; readonly dueOn: string; readonly note: string },
): Promise<void> {
  await tx.run(
    'UPDATE commitments SET state = $3, progress = $4, due_on = $5, note = $6, updated_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2',
    [municipalityId, id, change.state, change.progress, change.dueOn, change.note],
  );
}

/** Adds a step unless the commitment has 50 already; false then. The commitment's row is locked by the caller. */
export async function insertMilestone(
  tx: Tx,
  municipalityId: string,
  commitmentId: string,
  { title, dueOn }: { readonly title: string; readonly dueOn: string },
): Promise<boolean> {
  return (
    (await tx.run(
      `
    INSERT INTO milestones (municipality_id, id, commitment_id, title, due_on, position)
    SELECT $1, $2, $3, $4, $5, n.count FROM (SELECT count(*)::int AS count FROM milestones WHERE municipality_id = $1 AND commitment_id = $3) n WHERE n.count < 50`,
      [municipalityId, newId(), commitmentId, title, dueOn],
    )) === 1
  );
}

/** False when the commitment has no such step. */
export async function updateMilestone(
  tx: Tx,
  municipalityId: string,
  commitmentId: string,
  id: string,
  change: { readonly dueOn: string; readonly doneOn: string | null; readonly note: string },
): Promise<boolean> {
  const changed = await tx.run(
    'UPDATE milestones SET due_on = $4, done_on = $5, note = $6 WHERE municipality_id = $1 AND commitment_id = $2 AND id = $3',
    [municipalityId, commitmentId, id, change.dueOn, change.doneOn, change.note],
  );
  if (changed === 1)
    await tx.run('UPDATE commitments SET updated_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2', [
      municipalityId,
      commitmentId,
    ]);
  return changed === 1;
}

export interface PublicCommitmentRow {
  readonly commitment: CommitmentRow;
  readonly consultation: { readonly slug: string; readonly title: string };
  readonly subject_ids: readonly string[];
  readonly subject_count: number;
  /** 0 while something is to be done, 1 for done and abandoned ones. */
  readonly is_over: number;
  readonly due_on: string;
}

/** The town's public commitments: those to keep first, by their day; then those that are over, by their day. */
export async function readCommitments(
  db: Sql,
  municipalityId: string,
  filter: { readonly state: string | null; readonly consultationId: string | null },
  after: readonly [number, string, string] | null,
  limit: number,
): Promise<PublicCommitmentRow[]> {
  return db.rows<PublicCommitmentRow>(
    `
    SELECT ${commitmentJson('visible_')} AS commitment, jsonb_build_object('slug', k.slug, 'title', k.title) AS consultation,
      ${namedSubjects('visible_', 'c', 'c.response_id')} AS subject_ids,
      (SELECT count(*)::int FROM visible_response_subjects s WHERE s.municipality_id = c.municipality_id AND s.response_id = c.response_id) AS subject_count,
      c.is_over, c.due_on::text AS due_on
    FROM (SELECT x.*, CASE WHEN x.state IN ('done', 'abandoned') THEN 1 ELSE 0 END AS is_over FROM visible_commitments x) c
    JOIN visible_consultations k ON k.municipality_id = c.municipality_id AND k.id = c.consultation_id
    WHERE c.municipality_id = $1 AND ($2::text IS NULL OR c.state = $2) AND ($3::int IS NULL OR (c.is_over, c.due_on, c.id) > ($3, $4::date, $5::uuid))
    AND ($7::uuid IS NULL OR c.consultation_id = $7)
    ORDER BY c.is_over, c.due_on, c.id LIMIT $6`,
    [municipalityId, filter.state, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit, filter.consultationId],
  );
}
