import type { Sql, Tx } from '../../platform/database/index.ts';

/** How many people went from, or stand on, the roll of a consultation that was published. */
export interface RollChange {
  readonly municipality_id: string;
  readonly consultation_id: string;
  readonly people: number;
}

export interface RollRow {
  readonly email: string;
  readonly has_joined: boolean;
  readonly added_at: string;
  readonly invited_at: string | null;
}

/** Adds addresses that are not there yet, each with the confirmed account that has it; gives how many were new. */
export async function insertRoll(tx: Tx, municipalityId: string, consultationId: string, emails: readonly string[]): Promise<number> {
  return tx.run(
    `
    INSERT INTO rolls (municipality_id, consultation_id, email, account_id)
    SELECT $1, $2, e.email, a.id FROM unnest($3::text[]) AS e(email)
    LEFT JOIN accounts a ON a.municipality_id = $1 AND lower(a.email) = lower(e.email) AND a.confirmed_at IS NOT NULL
    ON CONFLICT DO NOTHING`,
    [municipalityId, consultationId, emails],
  );
}

/** Ties the places that wait for an address to the account which has proved it. */
export async function joinWaitingRolls(tx: Sql, municipalityId: string, accountId: string, email: string): Promise<void> {
  await tx.run('UPDATE rolls SET account_id = $2 WHERE municipality_id = $1 AND lower(email) = lower($3) AND account_id IS NULL', [
    municipalityId,
    accountId,
    email,
  ]);
}

/** Gives how many rows went: one, or none for an address that was not there. */
export async function deleteFromRoll(tx: Tx, municipalityId: string, consultationId: string, email: string): Promise<number> {
  return tx.run('DELETE FROM rolls WHERE municipality_id = $1 AND consultation_id = $2 AND lower(email) = lower($3)', [
    municipalityId,
    consultationId,
    email,
  ]);
}

/** Up to `limit` rows after the address `after`, by address in small letters; null begins. */
export async function readRollRows(
  db: Sql,
  municipalityId: string,
  consultationId: string,
  after: string | null,
  limit: number,
): Promise<RollRow[]> {
  return db.rows<RollRow>(
    `
    SELECT email, account_id IS NOT NULL AS has_joined, added_at, invited_at FROM rolls
    WHERE municipality_id = $1 AND consultation_id = $2 AND ($3::text IS NULL OR lower(email) > $3) ORDER BY lower(email) LIMIT $4`,
    [municipalityId, consultationId, after, limit],
  );
}

/** Marks up to `limit` people as invited who were not yet, and gives them with what their mail says; none while it is a draft. */
export async function takeUninvited(
  tx: Tx,
  municipalityId: string,
  consultationId: string,
  limit: number,
): Promise<{ email: string; title: string; slug: string; summary: string }[]> {
  return tx.rows(
    `
    UPDATE rolls r SET invited_at = statement_timestamp() FROM consultations k
    WHERE k.municipality_id = r.municipality_id AND k.id = r.consultation_id AND k.state = 'published' AND k.visibility = 'invited'
      AND r.municipality_id = $1 AND r.consultation_id = $2 AND r.email IN (
        SELECT w.email FROM rolls w WHERE w.municipality_id = $1 AND w.consultation_id = $2 AND w.invited_at IS NULL ORDER BY w.email LIMIT $3 FOR UPDATE SKIP LOCKED)
    RETURNING r.email, k.title, k.slug, k.question AS summary`,
    [municipalityId, consultationId, limit],
  );
}

/** What a roll keeps about a person, by account or by address. */
export async function readRollsOf(db: Sql, municipalityId: string, accountId: string | null, email: string | null): Promise<object[]> {
  return db.rows(
    `
    SELECT k.title AS consultation, r.email, r.added_at, r.invited_at FROM rolls r JOIN consultations k ON k.municipality_id = r.municipality_id AND k.id = r.consultation_id
    WHERE r.municipality_id = $1 AND (r.account_id = $2 OR lower(r.email) = lower($3)) ORDER BY r.added_at`,
    [municipalityId, accountId, email],
  );
}

/** Forgets a person in every roll, and gives what that changed in those of published consultations. */
export async function deleteRollsOf(tx: Tx, municipalityId: string, accountId: string | null, email: string | null): Promise<RollChange[]> {
  return tx.rows<RollChange>(
    `
    WITH gone AS (
      DELETE FROM rolls WHERE municipality_id = $1 AND (account_id = $2 OR lower(email) = lower($3)) RETURNING municipality_id, consultation_id)
    ${changesOf('gone')}`,
    [municipalityId, accountId, email],
  );
}

/** Retention: a roll is personal data for the time of its consultation, and ninety days more. Gives what that changed. */
export async function deleteOldRolls(tx: Tx): Promise<RollChange[]> {
  return tx.rows<RollChange>(`
    WITH gone AS (
      DELETE FROM rolls r USING consultations k WHERE k.municipality_id = r.municipality_id AND k.id = r.consultation_id
        AND k.archived_at < statement_timestamp() - interval '90 days' RETURNING r.municipality_id, r.consultation_id)
    ${changesOf('gone')}`);
}

/** How many people stand on the roll. */
export async function countRoll(tx: Sql, municipalityId: string, consultationId: string): Promise<number> {
  return (await tx.one<{ people: number }>(
    'SELECT count(*)::int AS people FROM rolls WHERE municipality_id = $1 AND consultation_id = $2',
    [municipalityId, consultationId],
  ))!.people;
}

function changesOf(rows: string): string {
  return `
    SELECT g.municipality_id, g.consultation_id, count(*)::int AS people FROM ${rows} g
    JOIN consultations c ON c.municipality_id = g.municipality_id AND c.id = g.consultation_id AND c.state <> 'draft'
    GROUP BY 1, 2 ORDER BY 1, 2`;
}
