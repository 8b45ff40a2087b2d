import type { ResponseInput } from '@parvis/shared/contracts/responses.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';
import { newId, sqlNewId } from '../../platform/ids/index.ts';

/** What policies and services judge a response by. */
export interface ResponseFactsRow {
  readonly id: string;
  readonly consultation_id: string;
  readonly activity_id: string | null;
  readonly state: string;
  readonly status: string;
  readonly body_text: string;
  readonly signed_as: string;
}

/** Drafts included: the policy decides who reads them. Null when there is none. */
export async function readResponseFacts(db: Sql, municipalityId: string, id: string): Promise<ResponseFactsRow | null> {
  return db.one<ResponseFactsRow>(
    'SELECT id, consultation_id, activity_id, state, status, body_text, signed_as FROM responses WHERE municipality_id = $1 AND id = $2',
    [municipalityId, id],
  );
}

/** Locks responses in the order of their ids, against a second publication. */
export async function lockResponses(tx: Tx, municipalityId: string, ids: readonly string[]): Promise<ResponseFactsRow[]> {
  return tx.rows<ResponseFactsRow>(
    'SELECT id, consultation_id, activity_id, state, status, body_text, signed_as FROM responses WHERE municipality_id = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE',
    [municipalityId, ids],
  );
}

export interface ResponseContent extends Pick<ResponseInput, 'status' | 'signedAs' | 'activityId'> {
  readonly municipalityId: string;
  readonly id: string;
  readonly consultationId: string;
  readonly participantId: string;
  readonly bodyHtml: string;
  readonly bodyText: string;
}

/** Writes a response in preparation; a change makes it a draft again. */
export async function putResponse(tx: Tx, r: ResponseContent): Promise<void> {
  await tx.run(
    `
    INSERT INTO responses (municipality_id, id, consultation_id, activity_id, status, body_html, body_text, signed_as, participant_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (municipality_id, id) DO UPDATE SET activity_id = excluded.activity_id, status = excluded.status, body_html = excluded.body_html, body_text = excluded.body_text,
      signed_as = excluded.signed_as, participant_id = excluded.participant_id, state = 'draft', updated_at = statement_timestamp()`,
    [r.municipalityId, r.id, r.consultationId, r.activityId, r.status, r.bodyHtml, r.bodyText, r.signedAs, r.participantId],
  );
}

/** Replaces what hangs on a response in preparation: subjects, documents, commitments with their milestones. */
export async function replaceParts(
  tx: Tx,
  municipalityId: string,
  responseId: string,
  { subjectIds, documents, commitments }: ResponseInput,
): Promise<void> {
  for (const table of ['response_subjects', 'response_files', 'commitments'])
    await tx.run(`DELETE FROM ${table} WHERE municipality_id = $1 AND response_id = $2`, [municipalityId, responseId]);
  await tx.run(
    'INSERT INTO response_subjects (municipality_id, response_id, contribution_id) SELECT DISTINCT $1::uuid, $2::uuid, unnest($3::uuid[])',
    [municipalityId, responseId, subjectIds],
  );
  await tx.run(
    `INSERT INTO response_files (municipality_id, response_id, file_id, title, position)
    SELECT $1, $2, f.id, f.title, f.position FROM unnest($3::uuid[], $4::text[]) WITH ORDINALITY AS f(id, title, position)`,
    [municipalityId, responseId, documents.map((one) => one.fileId), documents.map((one) => one.title)],
  );
  for (const commitment of commitments) {
    const id = newId();
    await tx.run(
      `INSERT INTO commitments (municipality_id, id, response_id, consultation_id, title, due_on, cost_cents, voted_cents)
      SELECT $1, $2, r.id, r.consultation_id, $4, $5, $6, $7 FROM responses r WHERE r.municipality_id = $1 AND r.id = $3`,
      [municipalityId, id, responseId, commitment.title, commitment.dueOn, commitment.costCents, commitment.votedCents],
    );
    for (const [position, milestone] of commitment.milestones.entries()) {
      await tx.run('INSERT INTO milestones (municipality_id, id, commitment_id, title, due_on, position) VALUES ($1, $2, $3, $4, $5, $6)', [
        municipalityId,
        newId(),
        id,
        milestone.title,
        milestone.dueOn,
        position,
      ]);
    }
  }
}

/** Of these ids, those that are published contributions of the consultation which have a list of their own (proposals, not comments). */
export async function readAnswerable(tx: Sql, municipalityId: string, consultationId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `
    SELECT c.id FROM contributions c JOIN tallies t ON t.municipality_id = c.municipality_id AND t.contribution_id = c.id
    WHERE c.municipality_id = $1 AND c.consultation_id = $2 AND c.id = ANY ($3) AND c.publication = 'published'`,
    [municipalityId, consultationId, ids],
  );
  return rows.map((row) => row.id);
}

/** Keeps an answer from naming another consultation's activity. */
export async function isActivityOf(tx: Sql, municipalityId: string, consultationId: string, activityId: string): Promise<boolean> {
  return (
    (await tx.one('SELECT 1 AS one FROM activities WHERE municipality_id = $1 AND consultation_id = $2 AND id = $3', [
      municipalityId,
      consultationId,
      activityId,
    ])) !== null
  );
}

/** Between draft and ready only; publishing is an act of its own and there is no way back. */
export async function setState(tx: Tx, municipalityId: string, id: string, state: 'draft' | 'ready'): Promise<void> {
  await tx.run('UPDATE responses SET state = $3, updated_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2', [
    municipalityId,
    id,
    state,
  ]);
}

/** The caller has seen, under a lock, that it was never published. */
export async function deleteResponse(tx: Tx, municipalityId: string, id: string): Promise<void> {
  await tx.run('DELETE FROM responses WHERE municipality_id = $1 AND id = $2', [municipalityId, id]);
}

/** A response to a whole activity answers each of its published contributions that has no answer of its own yet. */
export async function spreadOverActivity(tx: Tx, municipalityId: string, responseId: string, activityId: string): Promise<void> {
  await tx.run(
    `
    INSERT INTO response_subjects (municipality_id, response_id, contribution_id)
    SELECT t.municipality_id, $2, t.contribution_id FROM tallies t JOIN contributions c ON c.municipality_id = t.municipality_id AND c.id = t.contribution_id
    WHERE t.municipality_id = $1 AND t.activity_id = $3 AND c.publication = 'published' AND c.status IN ('submitted', 'under-study')
    ON CONFLICT DO NOTHING`,
    [municipalityId, responseId, activityId],
  );
}

/** Publishes one response: itself, the status of its subjects, their places in lists, and the public history of each. Gives the number of subjects. */
export async function publishResponse(
  tx: Tx,
  municipalityId: string,
  responseId: string,
  history: { readonly participantId: string; readonly signedAs: string },
): Promise<number> {
  await tx.run(
    `UPDATE responses SET state = 'published', published_at = statement_timestamp(), updated_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, responseId],
  );
  await tx.run(
    `
    WITH answered AS (
      SELECT s.contribution_id AS id, r.status FROM response_subjects s JOIN responses r ON r.municipality_id = s.municipality_id AND r.id = s.response_id
      WHERE s.municipality_id = $1 AND s.response_id = $2 ORDER BY s.contribution_id
    ), moved AS (
      UPDATE contributions c SET status = a.status, updated_at = statement_timestamp() FROM answered a WHERE c.municipality_id = $1 AND c.id = a.id
    )
    UPDATE tallies t SET status = a.status, is_answered = a.status <> 'under-study' FROM answered a WHERE t.municipality_id = $1 AND t.contribution_id = a.id`,
    [municipalityId, responseId],
  );
  return tx.run(
    `
    INSERT INTO history (municipality_id, id, consultation_id, contribution_id, participant_id, role, act, detail, reason)
    SELECT s.municipality_id, ${sqlNewId}, r.consultation_id, s.contribution_id, $3, 'official', 'answered', jsonb_build_object('status', r.status, 'responseId', r.id, 'signedAs', $4::text), ''
    FROM response_subjects s JOIN responses r ON r.municipality_id = s.municipality_id AND r.id = s.response_id WHERE s.municipality_id = $1 AND s.response_id = $2`,
    [municipalityId, responseId, history.participantId, history.signedAs],
  );
}

/** What a published response binds the town to, as the log commits to it: lists in the order of their ids, of which they hold one each. */
export async function readResponseRecord(tx: Sql, municipalityId: string, responseId: string): Promise<object> {
  const row = await tx.one<{ record: object }>(
    `
    SELECT jsonb_build_object('response', r.id, 'status', r.status, 'text', r.body_text, 'signedAs', r.signed_as, 'activity', r.activity_id,
      'contributions', (SELECT coalesce(jsonb_agg(s.contribution_id ORDER BY s.contribution_id), '[]') FROM response_subjects s
        WHERE s.municipality_id = r.municipality_id AND s.response_id = r.id),
      'documents', (SELECT coalesce(jsonb_agg(jsonb_build_object('file', f.file_id, 'title', f.title) ORDER BY f.file_id), '[]') FROM response_files f
        WHERE f.municipality_id = r.municipality_id AND f.response_id = r.id),
      'commitments', (SELECT coalesce(jsonb_agg(jsonb_build_object('commitment', c.id, 'title', c.title, 'dueOn', c.due_on, 'costCents', c.cost_cents, 'votedCents', c.voted_cents,
          'milestones', (SELECT coalesce(jsonb_agg(jsonb_build_object('milestone', m.id, 'title', m.title, 'dueOn', m.due_on) ORDER BY m.id), '[]') FROM milestones m
            WHERE m.municipality_id = c.municipality_id AND m.commitment_id = c.id)) ORDER BY c.id), '[]') FROM commitments c
        WHERE c.municipality_id = r.municipality_id AND c.response_id = r.id)) AS record
    FROM responses r WHERE r.municipality_id = $1 AND r.id = $2`,
    [municipalityId, responseId],
  );
  return row!.record;
}

/** Documents that become public with the answer, in no order. */
export async function readFileIds(tx: Sql, municipalityId: string, responseId: string): Promise<string[]> {
  return (
    await tx.rows<{ file_id: string }>('SELECT file_id FROM response_files WHERE municipality_id = $1 AND response_id = $2', [
      municipalityId,
      responseId,
    ])
  ).map((row) => row.file_id);
}
