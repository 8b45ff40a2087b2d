import type { Sql, Tx } from '../../platform/database/index.ts';

export interface NewFlag {
  readonly municipalityId: string;
  readonly id: string;
  readonly contributionId: string;
  readonly revision: number;
  readonly participantId: string;
  readonly ground: string;
  readonly text: string;
}

/** One open flag per person and content: the unique index `flags_once` refuses a second. */
export async function insertFlag(tx: Tx, f: NewFlag): Promise<void> {
  await tx.run(
    'INSERT INTO flags (municipality_id, id, contribution_id, revision, participant_id, ground, body) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [f.municipalityId, f.id, f.contributionId, f.revision, f.participantId, f.ground, f.text],
  );
}

/** Whether a flag of this person about the content waits for its decision. */
export async function readHasFlagged(db: Sql, municipalityId: string, contributionId: string, participantId: string): Promise<boolean> {
  const row = await db.one(
    'SELECT FROM flags WHERE municipality_id = $1 AND contribution_id = $2 AND participant_id = $3 AND settled_by IS NULL',
    [municipalityId, contributionId, participantId],
  );
  return row !== null;
}

/** The words of a contribution's current revision. */
export async function readText(db: Sql, municipalityId: string, contributionId: string): Promise<string> {
  const row = await db.one<{ text: string }>(
    `
    SELECT coalesce(r.content->>'text', '') AS text FROM contributions c
    JOIN revisions r ON r.municipality_id = c.municipality_id AND r.contribution_id = c.id AND r.revision = c.revision
    WHERE c.municipality_id = $1 AND c.id = $2`,
    [municipalityId, contributionId],
  );
  return row?.text ?? '';
}

/** Flags that a person sent, for "my data". */
export async function readFlagsOf(db: Sql, municipalityId: string, participantId: string): Promise<object[]> {
  return db.rows<object>(
    `
    SELECT id, contribution_id AS "about", ground, body AS text, created_at AS "sentAt", settled_by IS NOT NULL AS "isDecided" FROM flags
    WHERE municipality_id = $1 AND participant_id = $2 ORDER BY id`,
    [municipalityId, participantId],
  );
}

/** Appeals that a person made, for "my data". */
export async function readAppealsOf(db: Sql, municipalityId: string, participantId: string): Promise<object[]> {
  return db.rows<object>(
    `
    SELECT id, contribution_id AS "about", decision_id AS "against", body AS text, created_at AS "sentAt", settled_by IS NOT NULL AS "isDecided" FROM appeals
    WHERE municipality_id = $1 AND participant_id = $2 ORDER BY id`,
    [municipalityId, participantId],
  );
}

/** Takes the words of somebody who leaves out of flags and appeals: they may tell who it was. Grounds and outcomes stay. */
export async function emptyFlagsAndAppeals(tx: Tx, municipalityId: string, participantId: string): Promise<void> {
  await tx.run(`UPDATE flags SET body = '' WHERE municipality_id = $1 AND participant_id = $2`, [municipalityId, participantId]);
  await tx.run(`UPDATE appeals SET body = '' WHERE municipality_id = $1 AND participant_id = $2`, [municipalityId, participantId]);
}
