import type { Sql, Tx } from '../../platform/database/index.ts';
import type { Language } from '../../platform/messages/index.ts';
import type { NewAccount } from './accounts.queries.ts';

/** What a confirmed account will be made of, and what confirms it. */
export interface NewRegistration extends NewAccount {
  readonly tokenHash: Buffer;
  readonly codeHash: Buffer;
}

/** Hours for which a mailed link and its code are good. */
const registrationHours = 24;

/** Good for a day; nothing else is kept of somebody who has not confirmed (decision 11). */
export async function insertRegistration(tx: Sql, r: NewRegistration): Promise<void> {
  await tx.run(
    `
    INSERT INTO registrations (municipality_id, id, email, display_name, language, password_hash, token_hash, code_hash, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, statement_timestamp() + make_interval(hours => $9))`,
    [r.municipalityId, r.id, r.email, r.displayName, r.language, r.passwordHash, r.tokenHash, r.codeHash, registrationHours],
  );
}

export interface RegistrationRow {
  readonly id: string;
  readonly email: string;
  readonly display_name: string;
  readonly language: Language;
  readonly password_hash: string;
  readonly code_hash: Buffer;
}

const columns = 'id, email, display_name, language, password_hash, code_hash';

/** Uses the registration of a link up; null when there is none to use. */
export async function useRegistrationByToken(tx: Tx, municipalityId: string, tokenHash: Buffer): Promise<RegistrationRow | null> {
  return tx.one<RegistrationRow>(
    `
    UPDATE registrations SET used_at = statement_timestamp()
    WHERE municipality_id = $1 AND token_hash = $2 AND used_at IS NULL AND expires_at > statement_timestamp() RETURNING ${columns}`,
    [municipalityId, tokenHash],
  );
}

/** The registration that a code is typed for, locked, so that parallel guesses are counted one by one; null when none can be used. */
export async function lockRegistration(tx: Tx, municipalityId: string, id: string, maxWrongCodes: number): Promise<RegistrationRow | null> {
  return tx.one<RegistrationRow>(
    `
    SELECT ${columns} FROM registrations
    WHERE municipality_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > statement_timestamp() AND wrong_codes < $3 FOR UPDATE`,
    [municipalityId, id, maxWrongCodes],
  );
}

/** Within the lock of `lockRegistration`; after too many the link alone remains. */
export async function countWrongCode(tx: Tx, municipalityId: string, id: string): Promise<void> {
  await tx.run('UPDATE registrations SET wrong_codes = wrong_codes + 1 WHERE municipality_id = $1 AND id = $2', [municipalityId, id]);
}

/** Removes every registration of an address: one was confirmed, so the others must not be. */
export async function deleteRegistrations(tx: Tx, municipalityId: string, email: string): Promise<void> {
  await tx.run('DELETE FROM registrations WHERE municipality_id = $1 AND lower(email) = lower($2)', [municipalityId, email]);
}
