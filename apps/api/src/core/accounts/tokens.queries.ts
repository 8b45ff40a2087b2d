import type { Sql, Tx } from '../../platform/database/index.ts';

export type TokenPurpose = 'reset' | 'change-email';

export interface NewAccountToken {
  readonly municipalityId: string;
  readonly accountId: string;
  readonly purpose: TokenPurpose;
  readonly tokenHash: Buffer;
  readonly newEmail?: string;
  readonly hours: number;
}

/** Keeps the digest of a mailed link; the former links of the same purpose stop working. */
export async function insertAccountToken(tx: Tx, t: NewAccountToken): Promise<void> {
  await deleteAccountTokens(tx, t.municipalityId, t.accountId, t.purpose);
  await tx.run(
    `
    INSERT INTO account_tokens (municipality_id, token_hash, account_id, purpose, new_email, expires_at)
    VALUES ($1, $2, $3, $4, $5, statement_timestamp() + make_interval(hours => $6))`,
    [t.municipalityId, t.tokenHash, t.accountId, t.purpose, t.newEmail ?? null, t.hours],
  );
}

/** Uses a link up; null when there is none to use. Two clicks at once: one of them gets the row. */
export async function useAccountToken(
  tx: Tx,
  municipalityId: string,
  purpose: TokenPurpose,
  tokenHash: Buffer,
): Promise<{ account_id: string; new_email: string | null } | null> {
  return tx.one(
    `
    UPDATE account_tokens SET used_at = statement_timestamp()
    WHERE municipality_id = $1 AND token_hash = $2 AND purpose = $3 AND used_at IS NULL AND expires_at > statement_timestamp()
    RETURNING account_id, new_email`,
    [municipalityId, tokenHash, purpose],
  );
}

/** Makes the links of one purpose worthless, or all of them: whoever changes a password wants nothing to be under way. */
export async function deleteAccountTokens(
  tx: Sql,
  municipalityId: string,
  accountId: string,
  purpose: TokenPurpose | null = null,
): Promise<void> {
  await tx.run('DELETE FROM account_tokens WHERE municipality_id = $1 AND account_id = $2 AND purpose = coalesce($3, purpose)', [
    municipalityId,
    accountId,
    purpose,
  ]);
}
