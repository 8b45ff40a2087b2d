import type pg from 'pg';
import type { Sql, Tx } from '../../platform/database/index.ts';
import type { PersonKeys } from '../participants/index.ts';
import type { Erasure } from './erasure.ts';

/** Every erasure of the installation: ids only, some dozen bytes each. */
export async function readErasures(client: pg.ClientBase): Promise<Erasure[]> {
  return (await client.query<Erasure>('SELECT municipality_id, subject, id FROM erasures ORDER BY erased_at, id')).rows;
}

/** The person behind an erased participant, when the database still knows him or her; null otherwise. */
export async function readPersonToErase(db: Sql, municipalityId: string, participantId: string): Promise<PersonKeys | null> {
  return db.one<PersonKeys>(
    `
    SELECT p.municipality_id AS "municipalityId", p.id AS "participantId", a.id AS "accountId", a.email AS "email"
    FROM participants p LEFT JOIN accounts a ON a.municipality_id = p.municipality_id AND a.id = p.account_id
    WHERE p.municipality_id = $1 AND p.id = $2 AND p.erased_at IS NULL`,
    [municipalityId, participantId],
  );
}

/** Whether one of the ids is a contribution of the person. */
export async function wroteAnyOf(
  db: Sql,
  { municipalityId, participantId }: PersonKeys,
  contributionIds: readonly string[],
): Promise<boolean> {
  return (
    (await db.one('SELECT FROM contributions WHERE municipality_id = $1 AND participant_id = $2 AND id = ANY ($3::uuid[]) LIMIT 1', [
      municipalityId,
      participantId,
      contributionIds,
    ])) !== null
  );
}

/** Empties the versions of an erased text and takes it from sight. @returns whether there was something to take */
export async function eraseContribution(tx: Tx, municipalityId: string, id: string): Promise<boolean> {
  const made = await tx.run(
    `UPDATE contributions SET publication = 'erased', updated_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2 AND publication <> 'erased'`,
    [municipalityId, id],
  );
  if (made === 0) return false;
  await tx.run(`UPDATE revisions SET content = '{"title": "", "text": ""}' WHERE municipality_id = $1 AND contribution_id = $2`, [
    municipalityId,
    id,
  ]);
  await tx.run(`INSERT INTO erasures (municipality_id, subject, id) VALUES ($1, 'contribution', $2) ON CONFLICT DO NOTHING`, [
    municipalityId,
    id,
  ]);
  return true;
}
