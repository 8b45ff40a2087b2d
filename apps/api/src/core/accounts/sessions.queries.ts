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
}

/** Session, account, participant and roles of a token's SHA-256, in one statement (stack.md, fact 13); null when expired or unknown. */
export async function readSession(db: Database, municipalityId: string, tokenHash: Buffer): Promise<SessionRow | null> {
  const rows = await db.named<SessionRow>('session', `
    SELECT s.id AS session_id, a.id AS account_id, p.id AS participant_id, a.display_name, a.email, p.level, s.second_factor_at IS NOT NULL AS second_factor,
      ARRAY(SELECT r.role FROM account_roles r WHERE r.municipality_id = a.municipality_id AND r.account_id = a.id ORDER BY r.role) AS roles
    FROM sessions s
    JOIN accounts a ON a.municipality_id = s.municipality_id AND a.id = s.account_id
    JOIN participants p ON p.municipality_id = a.municipality_id AND p.account_id = a.id
    WHERE s.municipality_id = $1 AND s.token_hash = $2 AND s.expires_at > statement_timestamp() AND a.confirmed_at IS NOT NULL`,
    [municipalityId, tokenHash]);
  return rows[0] ?? null;
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

export async function insertSession(tx: Sql, session: NewSession): Promise<void> {
  await tx.run(`
    INSERT INTO sessions (municipality_id, token_hash, id, account_id, device, second_factor_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN statement_timestamp() END, statement_timestamp() + make_interval(days => $7))`,
    [session.municipalityId, session.tokenHash, session.id, session.accountId, session.device, session.secondFactor, session.days]);
}
