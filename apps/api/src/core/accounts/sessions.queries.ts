import type { Level, Role } from '@parvis/shared/rules/words.ts';
import type { Database, Sql } from '../../platform/database/index.ts';

export interface SessionRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly participant_id: string;
  readonly display_name: string;
  readonly email: string;
  readonly level: Level;
  readonly roles: readonly Role[];
  readonly second_factor: boolean;
  /** More than an hour: time to write that it is still used; each request would be too often. */
  readonly seen_long_ago: boolean;
}

export interface SessionKey {
  readonly municipalityId: string;
  readonly tokenHash: Buffer;
}

/**
 * Session, account, participant and roles of each token's SHA-256, in one statement (docs/measurements.md, 3), in the order of `keys`; null
 * when expired or unknown, or when the account has a second factor that this session has not passed.
 */
export async function readActors(db: Database, keys: readonly SessionKey[]): Promise<(SessionRow | null)[]> {
  const rows = await db.named<SessionRow & { position: number }>(
    'sessions',
    `
    SELECT k.position, s.id AS session_id, a.id AS account_id, p.id AS participant_id, a.display_name, a.email, p.level, s.second_factor_at IS NOT NULL AS second_factor,
      s.seen_at < statement_timestamp() - interval '1 hour' AS seen_long_ago,
      ARRAY(SELECT r.role FROM account_roles r WHERE r.municipality_id = a.municipality_id AND r.account_id = a.id ORDER BY r.role) AS roles
    FROM unnest($1::uuid[], $2::bytea[]) WITH ORDINALITY AS k(municipality_id, token_hash, position)
    JOIN sessions s ON s.municipality_id = k.municipality_id AND s.token_hash = k.token_hash
    JOIN accounts a ON a.municipality_id = s.municipality_id AND a.id = s.account_id
    JOIN participants p ON p.municipality_id = a.municipality_id AND p.account_id = a.id
    WHERE s.expires_at > statement_timestamp() AND a.confirmed_at IS NOT NULL AND (a.totp_confirmed_at IS NULL OR s.second_factor_at IS NOT NULL)`,
    [keys.map((one) => one.municipalityId), keys.map((one) => one.tokenHash)],
  );
  const found = new Map(rows.map((row) => [row.position, row]));
  return keys.map((_, at) => found.get(at + 1) ?? null);
}

/** Notes that a session is in use; the caller says how rarely. */
export async function touchSession(db: Sql, municipalityId: string, sessionId: string): Promise<void> {
  await db.run('UPDATE sessions SET seen_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2', [municipalityId, sessionId]);
}

export interface NewSession {
  readonly municipalityId: string;
  readonly id: string;
  readonly accountId: string;
  readonly tokenHash: Buffer;
  /** What the browser calls itself, shortened, so that people know their sessions apart. */
  readonly device: string;
  readonly days: number;
  readonly secondFactor: boolean;
}

/** Keeps the token's hash only; `days` is its life, counted from the database's clock. */
export async function insertSession(tx: Sql, session: NewSession): Promise<void> {
  await tx.run(
    `
    INSERT INTO sessions (municipality_id, token_hash, id, account_id, device, second_factor_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN statement_timestamp() END, statement_timestamp() + make_interval(days => $7))`,
    [session.municipalityId, session.tokenHash, session.id, session.accountId, session.device, session.secondFactor, session.days],
  );
}

/** A session that waits for its second factor: what the code is asked against. */
export interface WaitingSessionRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly totp_secret: Buffer;
  readonly days: number;
}

/** Only of an account with a second factor, and only until it is passed; `days` is what is left of the session, one at least. */
export async function readWaitingSession(db: Sql, municipalityId: string, tokenHash: Buffer): Promise<WaitingSessionRow | null> {
  return db.one<WaitingSessionRow>(
    `
    SELECT s.id AS session_id, a.id AS account_id, a.totp_secret, greatest(1, extract(day FROM s.expires_at - statement_timestamp()))::int AS days
    FROM sessions s JOIN accounts a ON a.municipality_id = s.municipality_id AND a.id = s.account_id
    WHERE s.municipality_id = $1 AND s.token_hash = $2 AND s.expires_at > statement_timestamp() AND s.second_factor_at IS NULL AND a.totp_confirmed_at IS NOT NULL`,
    [municipalityId, tokenHash],
  );
}

/** Marks the second factor as passed and gives the session another token, so that one seen before is worth nothing. */
export async function passSession(tx: Sql, municipalityId: string, sessionId: string, tokenHash: Buffer): Promise<void> {
  await tx.run(
    'UPDATE sessions SET second_factor_at = statement_timestamp(), token_hash = $3, seen_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2',
    [municipalityId, sessionId, tokenHash],
  );
}

export interface SessionListRow {
  readonly id: string;
  readonly device: string;
  readonly created_at: string;
  readonly seen_at: string;
  readonly expires_at: string;
}

/** The newest hundred; the retention job removes the rest as they expire. */
export async function readSessions(db: Sql, municipalityId: string, accountId: string): Promise<SessionListRow[]> {
  return db.rows<SessionListRow>(
    `
    SELECT id, device, created_at, seen_at, expires_at FROM sessions
    WHERE municipality_id = $1 AND account_id = $2 AND expires_at > statement_timestamp() ORDER BY seen_at DESC, id DESC LIMIT 100`,
    [municipalityId, accountId],
  );
}

/** Whether there was one. */
export async function deleteSession(db: Sql, municipalityId: string, accountId: string, sessionId: string): Promise<boolean> {
  return (
    (await db.run('DELETE FROM sessions WHERE municipality_id = $1 AND account_id = $2 AND id = $3', [
      municipalityId,
      accountId,
      sessionId,
    ])) > 0
  );
}

/** For signing out: of no effect when the session is gone already. */
export async function deleteSessionByToken(db: Sql, municipalityId: string, tokenHash: Buffer): Promise<void> {
  await db.run('DELETE FROM sessions WHERE municipality_id = $1 AND token_hash = $2', [municipalityId, tokenHash]);
}

/** Ends the account's sessions but for one, if there is one to keep. */
export async function deleteSessionsBut(tx: Sql, municipalityId: string, accountId: string, keep: string | null): Promise<void> {
  await tx.run('DELETE FROM sessions WHERE municipality_id = $1 AND account_id = $2 AND id IS DISTINCT FROM $3', [
    municipalityId,
    accountId,
    keep,
  ]);
}
