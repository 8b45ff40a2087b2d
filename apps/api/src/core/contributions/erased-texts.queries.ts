import type { Sql, Tx } from '../../platform/database/index.ts';

/** A text by its id, kind and state: what was written stands in the parts of the kinds. */
export interface OwnTextRow {
  readonly id: string;
  readonly kind: string;
  readonly publication: string;
  readonly createdAt: string;
}

/** Every text of a person, of whatever kind. */
export async function readTextsOf(db: Sql, municipalityId: string, participantId: string): Promise<OwnTextRow[]> {
  return db.rows<OwnTextRow>(
    `
    SELECT id, kind, publication, created_at AS "createdAt" FROM contributions WHERE municipality_id = $1 AND participant_id = $2 ORDER BY id`,
    [municipalityId, participantId],
  );
}

/**
 * Empties what every kind shares, of all texts of a person: revisions, attachments, reasons, and the salts without which the log's
 * commitments no longer open. Notes each id, so that it is done again after a restore.
 */
export async function emptySharedRows(tx: Tx, municipalityId: string, participantId: string): Promise<void> {
  const values = [municipalityId, participantId];
  const mine = 'SELECT id FROM contributions WHERE municipality_id = $1 AND participant_id = $2';
  await tx.run(
    `UPDATE revisions SET content = '{"title": "", "text": ""}', reason = '' WHERE municipality_id = $1 AND contribution_id IN (${mine})`,
    values,
  );
  await tx.run(
    `UPDATE history SET reason = '' WHERE municipality_id = $1 AND participant_id = $2 AND contribution_id IN (${mine})`,
    values,
  );
  await tx.run(`DELETE FROM contribution_files WHERE municipality_id = $1 AND contribution_id IN (${mine})`, values);
  await tx.run(`UPDATE outbox SET salt = '' WHERE municipality_id = $1 AND participant_id = $2 AND contribution_id IN (${mine})`, values);
  await tx.run(
    `INSERT INTO erasures (municipality_id, subject, id) SELECT $1, 'contribution', id FROM (${mine}) AS mine ON CONFLICT DO NOTHING`,
    values,
  );
  await tx.run(
    `
    UPDATE contributions SET publication = 'erased', withdrawn_reason = '', updated_at = statement_timestamp()
    WHERE municipality_id = $1 AND participant_id = $2 AND publication <> 'draft'`,
    values,
  );
}
