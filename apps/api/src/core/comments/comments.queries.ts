import type { Stance } from '@parvis/shared/rules/words.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

export interface CommentRow {
  readonly subject_id: string;
  readonly parent_id: string | null;
  readonly stance: Stance;
  readonly body: string;
}

/** The comment's own columns; the common ones (author, number, publication) are a row of `contributions` that must be there before. */
export async function insertComment(
  tx: Tx,
  c: {
    municipalityId: string;
    id: string;
    subjectId: string;
    parentId: string | null;
    sourceParent: string | null;
    stance: string;
    text: string;
  },
): Promise<void> {
  await tx.run(
    'INSERT INTO comments (municipality_id, id, subject_id, parent_id, source_parent, stance, body) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [c.municipalityId, c.id, c.subjectId, c.parentId, c.sourceParent, c.stance, c.text],
  );
}

/** The comment itself, whatever its states; null when there is none of this id. */
export async function readCommentRow(db: Sql, municipalityId: string, id: string): Promise<CommentRow | null> {
  return db.one<CommentRow>('SELECT subject_id, parent_id, stance, body FROM comments WHERE municipality_id = $1 AND id = $2', [
    municipalityId,
    id,
  ]);
}

/** Replaces what is read now; the caller has written the old text to `revisions`. */
export async function updateCommentText(tx: Tx, municipalityId: string, id: string, text: string): Promise<void> {
  await tx.run('UPDATE comments SET body = $3 WHERE municipality_id = $1 AND id = $2', [municipalityId, id, text]);
}

/** Whether a phase opens comments on the subject at this statement's moment, and the subject takes them: the policy was courtesy, this decides. */
export async function isOpenForComments(tx: Tx, municipalityId: string, subjectId: string, level: number): Promise<boolean> {
  const row = await tx.one(
    `
    SELECT FROM contributions c JOIN openings o ON o.municipality_id = c.municipality_id AND o.activity_id = c.activity_id
    WHERE c.municipality_id = $1 AND c.id = $2 AND c.publication = 'published' AND c.moderation = 'none' AND o.action = 'comment' AND o.min_level <= $3
      AND o.opens_at <= statement_timestamp() AND (o.closes_at IS NULL OR o.closes_at > statement_timestamp())
    LIMIT 1 FOR KEY SHARE OF c`,
    [municipalityId, subjectId, level],
  );
  return row !== null;
}

/** Whether a published comment is younger than the edit window, by the database's clock. */
export async function isWithinEditWindow(tx: Tx, municipalityId: string, id: string, minutes: number): Promise<boolean> {
  const row = await tx.one(
    `
    SELECT FROM contributions WHERE municipality_id = $1 AND id = $2 AND published_at > statement_timestamp() - make_interval(mins => $3)`,
    [municipalityId, id, minutes],
  );
  return row !== null;
}

/** What the erased text of some comments leaves: empty words in every version. */
export async function emptyComments(tx: Tx, municipalityId: string, participantId: string): Promise<void> {
  const values = [municipalityId, participantId];
  const mine = `SELECT c.id FROM contributions c WHERE c.municipality_id = $1 AND c.participant_id = $2 AND c.kind = 'comment'`;
  await tx.run(`UPDATE comments SET body = '' WHERE municipality_id = $1 AND id IN (${mine})`, values);
  await tx.run(
    `UPDATE revisions SET content = content || '{"text": ""}' WHERE municipality_id = $1 AND contribution_id IN (${mine})`,
    values,
  );
  await tx.run(
    `INSERT INTO erasures (municipality_id, subject, id) SELECT $1, 'contribution', id FROM (${mine}) AS mine ON CONFLICT DO NOTHING`,
    values,
  );
  await tx.run(
    `UPDATE contributions SET publication = 'erased', updated_at = statement_timestamp() WHERE municipality_id = $1 AND participant_id = $2 AND kind = 'comment'`,
    values,
  );
}

/** Everything that a person wrote in debates, for "my data". */
export async function readCommentsOf(db: Sql, municipalityId: string, participantId: string): Promise<object[]> {
  return db.rows<object>(
    `
    SELECT c.id, m.subject_id AS "about", s.number AS "aboutNumber", m.stance, m.body AS text, c.publication, c.moderation, c.channel, c.created_at AS "writtenAt",
      (SELECT jsonb_agg(jsonb_build_object('revision', r.revision, 'text', r.content->>'text', 'at', r.edited_at) ORDER BY r.revision)
        FROM revisions r WHERE r.municipality_id = c.municipality_id AND r.contribution_id = c.id) AS versions
    FROM contributions c JOIN comments m ON m.municipality_id = c.municipality_id AND m.id = c.id
      JOIN contributions s ON s.municipality_id = m.municipality_id AND s.id = m.subject_id
    WHERE c.municipality_id = $1 AND c.participant_id = $2 ORDER BY c.id`,
    [municipalityId, participantId],
  );
}
