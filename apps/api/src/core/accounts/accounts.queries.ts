import type { Role } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Language } from '../../platform/messages/index.ts';

/** What signing in and asking for the password again need. */
export interface CredentialsRow {
  readonly account_id: string;
  readonly participant_id: string;
  readonly email: string;
  readonly display_name: string;
  readonly language: Language;
  readonly password_hash: string | null;
  readonly has_second_factor: boolean;
  readonly roles: readonly Role[];
}

const credentials = `
  SELECT a.id AS account_id, p.id AS participant_id, a.email, a.display_name, a.language, a.password_hash, a.totp_confirmed_at IS NOT NULL AS has_second_factor,
    ARRAY(SELECT r.role FROM account_roles r WHERE r.municipality_id = a.municipality_id AND r.account_id = a.id ORDER BY r.role) AS roles
  FROM accounts a JOIN participants p ON p.municipality_id = a.municipality_id AND p.account_id = a.id
  WHERE a.municipality_id = $1 AND a.confirmed_at IS NOT NULL`;

/** The confirmed account of an address, whatever its case, or null. */
export async function readCredentialsByEmail(db: Sql, municipalityId: string, email: string): Promise<CredentialsRow | null> {
  return db.one<CredentialsRow>(`${credentials} AND lower(a.email) = lower($2)`, [municipalityId, email]);
}

/** Null as well for an account that was never confirmed. */
export async function readCredentials(db: Sql, municipalityId: string, accountId: string): Promise<CredentialsRow | null> {
  return db.one<CredentialsRow>(`${credentials} AND a.id = $2`, [municipalityId, accountId]);
}

export interface NewAccount {
  readonly municipalityId: string;
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly language: Language;
  readonly passwordHash: string;
}

/** Makes a confirmed account; false when the address has one already. */
export async function insertAccount(tx: Sql, a: NewAccount): Promise<boolean> {
  return (
    (await tx.run(
      `
    INSERT INTO accounts (municipality_id, id, email, display_name, language, password_hash, confirmed_at)
    VALUES ($1, $2, $3, $4, $5, $6, statement_timestamp()) ON CONFLICT DO NOTHING`,
      [a.municipalityId, a.id, a.email, a.displayName, a.language, a.passwordHash],
    )) > 0
  );
}

/** `passwordHash` is the hash, never the password; other sessions stay open unless the caller closes them. */
export async function updatePassword(tx: Sql, municipalityId: string, accountId: string, passwordHash: string): Promise<void> {
  await tx.run('UPDATE accounts SET password_hash = $3 WHERE municipality_id = $1 AND id = $2', [municipalityId, accountId, passwordHash]);
}

/** @throws the broken constraint accounts_email when another account has the address */
export async function updateEmail(tx: Sql, municipalityId: string, accountId: string, email: string): Promise<void> {
  await tx.run('UPDATE accounts SET email = $3 WHERE municipality_id = $1 AND id = $2', [municipalityId, accountId, email]);
}

/** What is not given stays; the public name stands a second time with the participant, see `updateParticipantName`. */
export async function updateProfile(
  tx: Sql,
  municipalityId: string,
  accountId: string,
  change: { displayName?: string | undefined; language?: Language | undefined },
): Promise<void> {
  await tx.run(
    'UPDATE accounts SET display_name = coalesce($3, display_name), language = coalesce($4, language) WHERE municipality_id = $1 AND id = $2',
    [municipalityId, accountId, change.displayName ?? null, change.language ?? null],
  );
}

export interface MyAccountRow {
  readonly email: string;
  readonly display_name: string;
  readonly language: Language;
  readonly created_at: string;
  readonly has_second_factor: boolean;
  readonly recovery_codes_left: number;
  readonly roles: readonly { readonly role: Role; readonly title: string }[];
  readonly pending_email: string | null;
}

/** `pending_email` is the newest address that waits for its link and has not run out; null when the account is gone. */
export async function readMyAccountRow(db: Sql, municipalityId: string, accountId: string): Promise<MyAccountRow | null> {
  return db.one<MyAccountRow>(
    `
    SELECT a.email, a.display_name, a.language, a.created_at, a.totp_confirmed_at IS NOT NULL AS has_second_factor,
      (SELECT count(*)::int FROM recovery_codes c WHERE c.municipality_id = a.municipality_id AND c.account_id = a.id AND c.used_at IS NULL) AS recovery_codes_left,
      (SELECT coalesce(json_agg(json_build_object('role', r.role, 'title', r.title) ORDER BY r.role), '[]') FROM account_roles r
        WHERE r.municipality_id = a.municipality_id AND r.account_id = a.id) AS roles,
      (SELECT t.new_email FROM account_tokens t WHERE t.municipality_id = a.municipality_id AND t.account_id = a.id AND t.purpose = 'change-email'
        AND t.used_at IS NULL AND t.expires_at > statement_timestamp() ORDER BY t.created_at DESC LIMIT 1) AS pending_email
    FROM accounts a WHERE a.municipality_id = $1 AND a.id = $2`,
    [municipalityId, accountId],
  );
}

/** Removes the account with its roles, sessions, tokens and codes. @throws LastAdministrator by the database */
export async function deleteAccount(tx: Sql, municipalityId: string, accountId: string): Promise<void> {
  await tx.run('DELETE FROM accounts WHERE municipality_id = $1 AND id = $2', [municipalityId, accountId]);
}
