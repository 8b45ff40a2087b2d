import type { Sql, Tx } from '../../platform/database/index.ts';

/** Who took part on paper in the consultation under this name, first of all namesakes; null when nobody. */
export async function findPaperPerson(tx: Tx, municipalityId: string, consultationId: string, namePlain: string): Promise<string | null> {
  const row = await tx.one<{ participant_id: string }>(
    `
    SELECT participant_id FROM paper_people WHERE municipality_id = $1 AND consultation_id = $2 AND name_plain = $3 ORDER BY created_at, participant_id LIMIT 1`,
    [municipalityId, consultationId, namePlain],
  );
  return row?.participant_id ?? null;
}

/** `namePlain` has neither case nor accents: it makes two sheets one person. The caller holds `lockPaperPeople`. */
export async function insertPaperPerson(
  tx: Tx,
  municipalityId: string,
  consultationId: string,
  participantId: string,
  namePlain: string,
): Promise<void> {
  await tx.run('INSERT INTO paper_people (municipality_id, consultation_id, participant_id, name_plain) VALUES ($1, $2, $3, $4)', [
    municipalityId,
    consultationId,
    participantId,
    namePlain,
  ]);
}

/** One agent at a time looks a name up and adds it: two sheets of one person entered at once make one participant. */
export async function lockPaperPeople(tx: Tx, municipalityId: string, consultationId: string): Promise<void> {
  await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('paper:' || $1 || $2, 0))`, [municipalityId, consultationId]);
}

/** Only the name on the sheets goes; the participant stays, so that counts do not change. */
export async function deletePaperPerson(tx: Sql, municipalityId: string, participantId: string): Promise<void> {
  await tx.run('DELETE FROM paper_people WHERE municipality_id = $1 AND participant_id = $2', [municipalityId, participantId]);
}

/** For "my data": every consultation in which the name was entered. */
export async function readPaperPerson(db: Sql, municipalityId: string, participantId: string): Promise<object[]> {
  return db.rows(
    'SELECT consultation_id AS consultation, name_plain AS name, created_at AS at FROM paper_people WHERE municipality_id = $1 AND participant_id = $2',
    [municipalityId, participantId],
  );
}

/** Names of consultations that were archived a year ago: whether two sheets are one person's is no question any more. */
export async function deleteOldPaperPeople(db: Sql): Promise<void> {
  await db.run(`
    DELETE FROM paper_people p USING consultations k
    WHERE k.municipality_id = p.municipality_id AND k.id = p.consultation_id AND k.archived_at < statement_timestamp() - interval '1 year'`);
}

export interface NumberedRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly activity_id: string;
  readonly publication: string;
  readonly moderation: string;
}

/** Contributions of a consultation by their numbers in the town's series. */
export async function readNumbered(
  tx: Sql,
  municipalityId: string,
  consultationId: string,
  numbers: readonly number[],
): Promise<NumberedRow[]> {
  return tx.rows<NumberedRow>(
    `
    SELECT c.id, c.number, c.activity_id, c.publication, c.moderation, coalesce(r.content->>'title', '') AS title FROM contributions c
    LEFT JOIN revisions r ON r.municipality_id = c.municipality_id AND r.contribution_id = c.id AND r.revision = c.revision
    WHERE c.municipality_id = $1 AND c.consultation_id = $2 AND c.number = ANY ($3) AND c.publication NOT IN ('draft', 'pending')`,
    [municipalityId, consultationId, numbers],
  );
}
