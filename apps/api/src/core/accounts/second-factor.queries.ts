import type { Sql, Tx } from '../../platform/database/index.ts';

/** Accepts a step only if it is later than the last one: a code that was seen over a shoulder is worth nothing (RFC 6238, section 5.2). */
export async function spendTotpStep(tx: Tx, municipalityId: string, accountId: string, step: number): Promise<boolean> {
  return (
    (await tx.run(
      `
    UPDATE accounts SET totp_last_step = $3 WHERE municipality_id = $1 AND id = $2 AND (totp_last_step IS NULL OR totp_last_step < $3)`,
      [municipalityId, accountId, step],
    )) > 0
  );
}

/** Each code is good once. @returns whether it was there and unspent */
export async function spendRecoveryCode(tx: Tx, municipalityId: string, accountId: string, digest: Buffer): Promise<boolean> {
  return (
    (await tx.run(
      `
    UPDATE recovery_codes SET used_at = statement_timestamp() WHERE municipality_id = $1 AND account_id = $2 AND code_hash = $3 AND used_at IS NULL`,
      [municipalityId, accountId, digest],
    )) > 0
  );
}

/** Puts a secret aside until its first code has come; a secret in use stays in use. */
export async function keepPendingSecret(tx: Sql, municipalityId: string, accountId: string, sealed: Buffer): Promise<void> {
  await tx.run('UPDATE accounts SET totp_pending = $3 WHERE municipality_id = $1 AND id = $2', [municipalityId, accountId, sealed]);
}

/** The secret that waits for its first code, sealed; the account is locked until the transaction ends. */
export async function readPendingSecret(tx: Sql, municipalityId: string, accountId: string): Promise<Buffer | null> {
  const row = await tx.one<{ totp_pending: Buffer | null }>(
    'SELECT totp_pending FROM accounts WHERE municipality_id = $1 AND id = $2 FOR UPDATE',
    [municipalityId, accountId],
  );
  return row?.totp_pending ?? null;
}

/** The pending secret comes into use, its first code spent. */
export async function switchSecondFactorOn(tx: Sql, municipalityId: string, accountId: string, step: number): Promise<void> {
  await tx.run(
    `
    UPDATE accounts SET totp_secret = totp_pending, totp_pending = NULL, totp_confirmed_at = statement_timestamp(), totp_last_step = $3
    WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, accountId, step],
  );
}

/** False when the account had none. */
export async function switchSecondFactorOff(tx: Sql, municipalityId: string, accountId: string): Promise<boolean> {
  await tx.run('DELETE FROM recovery_codes WHERE municipality_id = $1 AND account_id = $2', [municipalityId, accountId]);
  return (
    (await tx.run(
      `
    UPDATE accounts SET totp_secret = NULL, totp_pending = NULL, totp_confirmed_at = NULL, totp_last_step = NULL
    WHERE municipality_id = $1 AND id = $2 AND totp_confirmed_at IS NOT NULL`,
      [municipalityId, accountId],
    )) > 0
  );
}

/** Puts these codes in the place of all former ones. */
export async function replaceRecoveryCodes(tx: Sql, municipalityId: string, accountId: string, digests: readonly Buffer[]): Promise<void> {
  await tx.run('DELETE FROM recovery_codes WHERE municipality_id = $1 AND account_id = $2', [municipalityId, accountId]);
  await tx.run('INSERT INTO recovery_codes (municipality_id, account_id, code_hash) SELECT $1, $2, unnest($3::bytea[])', [
    municipalityId,
    accountId,
    digests,
  ]);
}

/** The session in which the authenticator was set up has thereby passed it. */
export async function markSessionPassed(tx: Sql, municipalityId: string, sessionId: string): Promise<void> {
  await tx.run('UPDATE sessions SET second_factor_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2', [
    municipalityId,
    sessionId,
  ]);
}
