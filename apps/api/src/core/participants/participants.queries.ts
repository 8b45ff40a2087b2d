import type { Level, Source } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';

export interface NewParticipant {
  readonly municipalityId: string;
  readonly id: string;
  readonly source: Source;
  readonly level: Level;
  readonly displayName: string;
  readonly accountId?: string | null;
}

/** `level` 0 to 4 is how well the person is known; without `accountId` there is nobody who could sign in. */
export async function insertParticipant(tx: Sql, p: NewParticipant): Promise<void> {
  await tx.run('INSERT INTO participants (municipality_id, id, source, level, display_name, account_id) VALUES ($1, $2, $3, $4, $5, $6)', [
    p.municipalityId,
    p.id,
    p.source,
    p.level,
    p.displayName,
    p.accountId ?? null,
  ]);
}

/** Many participants of one source in one statement, in the order of `people`. */
export async function insertParticipants(
  tx: Sql,
  municipalityId: string,
  source: Source,
  level: Level,
  people: readonly { id: string; displayName: string }[],
): Promise<void> {
  await tx.run(
    `
    INSERT INTO participants (municipality_id, id, source, level, display_name)
    SELECT $1, p.id, $2, $3, p.name FROM unnest($4::uuid[], $5::text[]) AS p(id, name)`,
    [municipalityId, source, level, people.map((one) => one.id), people.map((one) => one.displayName)],
  );
}

/** The participant behind an address that wrote without an account, or null. */
export async function readMailParticipant(tx: Sql, municipalityId: string, email: string): Promise<string | null> {
  const row = await tx.one<{ participant_id: string }>(
    'SELECT participant_id FROM contact_points WHERE municipality_id = $1 AND lower(email) = lower($2)',
    [municipalityId, email],
  );
  return row?.participant_id ?? null;
}

/** False when the address got its contact point meanwhile. */
export async function insertContactPoint(
  tx: Sql,
  c: { municipalityId: string; id: string; participantId: string; name: string; email: string },
): Promise<boolean> {
  const made = await tx.run(
    `
    INSERT INTO contact_points (municipality_id, id, participant_id, name, email) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [c.municipalityId, c.id, c.participantId, c.name, c.email],
  );
  return made > 0;
}

/** For a participant that nothing refers to yet. */
export async function deleteParticipant(tx: Sql, municipalityId: string, id: string): Promise<void> {
  await tx.run('DELETE FROM participants WHERE municipality_id = $1 AND id = $2', [municipalityId, id]);
}

/** The name beside everything that the person wrote; the account's own is `updateProfile`. */
export async function updateParticipantName(tx: Sql, municipalityId: string, id: string, displayName: string): Promise<void> {
  await tx.run('UPDATE participants SET display_name = $3 WHERE municipality_id = $1 AND id = $2', [municipalityId, id, displayName]);
}

/**
 * Takes the name and the account from a participant, and notes the erasure so that it is done again after a restore.
 * What the participant did stays, nameless.
 */
export async function pseudonymise(tx: Sql, municipalityId: string, id: string): Promise<void> {
  await tx.run(
    `UPDATE participants SET display_name = '', account_id = NULL, erased_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, id],
  );
  await tx.run('DELETE FROM contact_points WHERE municipality_id = $1 AND participant_id = $2', [municipalityId, id]);
  await tx.run(`INSERT INTO erasures (municipality_id, subject, id) VALUES ($1, 'participant', $2) ON CONFLICT DO NOTHING`, [
    municipalityId,
    id,
  ]);
}
