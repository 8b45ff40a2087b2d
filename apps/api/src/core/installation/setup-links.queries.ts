import type { SetupStep } from '@parvis/shared/contracts/installation.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids/index.ts';

/** A link that was opened: who holds its session may set the town up. */
export interface SetupRow {
  readonly id: string;
  readonly municipality_id: string | null;
  readonly slug: string | null;
  readonly done: readonly SetupStep[];
  readonly mail_id: string | null;
}

const townHasNone = `NOT EXISTS (SELECT FROM account_roles r WHERE r.municipality_id = l.municipality_id AND r.role = 'administrator')`;
const stillNeeded = `l.expires_at > statement_timestamp()
  AND CASE WHEN l.municipality_id IS NULL THEN NOT EXISTS (SELECT FROM municipalities) ELSE ${townHasNone} END`;

/** Makes a link for a town, or, with null, for the empty installation; good for seven days. */
export async function insertSetupLink(db: Sql, municipalityId: string | null, tokenHash: Buffer): Promise<void> {
  await db.run(`DELETE FROM setup_links WHERE expires_at < statement_timestamp()`);
  await db.run(
    `
    INSERT INTO setup_links (id, municipality_id, token_hash, done, expires_at)
    VALUES ($1, $2, $3, CASE WHEN $2::uuid IS NULL THEN '{}' ELSE '{town}' END::text[], statement_timestamp() + interval '7 days')`,
    [newId(), municipalityId, tokenHash],
  );
}

/**
 * Uses a link up: its token becomes a session of a day, and every other link to the same town goes, the opened ones too.
 * @returns false when the token is unknown, used, too old or no longer needed
 */
export async function openSetupLink(tx: Tx, tokenHash: Buffer, sessionHash: Buffer): Promise<boolean> {
  const opened = await tx.one<{ id: string; municipality_id: string | null }>(
    `
    UPDATE setup_links l SET session_hash = $2, expires_at = statement_timestamp() + interval '1 day'
    WHERE l.token_hash = $1 AND l.session_hash IS NULL AND ${stillNeeded} RETURNING l.id, l.municipality_id`,
    [tokenHash, sessionHash],
  );
  if (!opened) return false;
  await tx.run('DELETE FROM setup_links WHERE id <> $1 AND municipality_id IS NOT DISTINCT FROM $2', [opened.id, opened.municipality_id]);
  return true;
}

const setupColumns =
  'l.id, l.municipality_id, (SELECT m.slug FROM municipalities m WHERE m.id = l.municipality_id) AS slug, l.done, l.mail_id';

/** The opened link of a session, or null; gone as soon as the town has its administrator. */
export async function readSetup(db: Sql, sessionHash: Buffer): Promise<SetupRow | null> {
  return db.one<SetupRow>(`SELECT ${setupColumns} FROM setup_links l WHERE l.session_hash = $1 AND ${stillNeeded}`, [sessionHash]);
}

/** The same link as it is now. */
export async function readSetupAgain(db: Sql, id: string): Promise<SetupRow | null> {
  return db.one<SetupRow>(`SELECT ${setupColumns} FROM setup_links l WHERE l.id = $1 AND ${stillNeeded}`, [id]);
}

/** Lets one step at a time be done; gives the link as it is now, or null when another made it superfluous. */
export async function lockSetup(tx: Tx, id: string): Promise<SetupRow | null> {
  return tx.one<SetupRow>(`SELECT ${setupColumns} FROM setup_links l WHERE l.id = $1 AND ${stillNeeded} FOR UPDATE`, [id]);
}

/** Ticks a step of the wizard; repeated, it moves to the end of the list. */
export async function markDone(db: Sql, id: string, step: SetupStep): Promise<void> {
  await db.run('UPDATE setup_links SET done = array_append(array_remove(done, $2), $2) WHERE id = $1', [id, step]);
}

/** Ticks the step `mail` and keeps which mail it was: its fate is shown until it arrived. */
export async function noteTestMail(tx: Tx, id: string, mailId: string): Promise<void> {
  await tx.run(`UPDATE setup_links SET mail_id = $2, done = array_append(array_remove(done, 'mail'), 'mail') WHERE id = $1`, [id, mailId]);
}

/** The link of the empty installation now is the link of its first town; other links to the empty installation go. */
export async function bindSetup(tx: Tx, id: string, municipalityId: string): Promise<void> {
  await tx.run('DELETE FROM setup_links WHERE municipality_id IS NULL AND id <> $1', [id]);
  await tx.run('UPDATE setup_links SET municipality_id = $2 WHERE id = $1', [id, municipalityId]);
}

/** Closes every wizard of a town, or, with null, of the empty installation. */
export async function deleteSetupLinks(tx: Sql, municipalityId: string | null): Promise<void> {
  await tx.run('DELETE FROM setup_links WHERE municipality_id IS NOT DISTINCT FROM $1', [municipalityId]);
}
