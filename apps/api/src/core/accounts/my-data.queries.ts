import type { Sql } from '../../platform/database/index.ts';
import type { PersonKeys } from '../participants/index.ts';

/** What this room keeps about a person; digests of passwords and tokens are not data about anybody. */
export async function readOwnRows(
  db: Sql,
  { municipalityId, participantId, accountId }: PersonKeys,
): Promise<Readonly<Record<string, unknown>>> {
  const account = await db.one(
    `
    SELECT email, display_name AS "displayName", language, confirmed_at AS "confirmedAt", created_at AS "createdAt", totp_confirmed_at AS "secondFactorSince",
      (SELECT t.new_email FROM account_tokens t WHERE t.municipality_id = accounts.municipality_id AND t.account_id = accounts.id
        AND t.purpose = 'change-email' AND t.used_at IS NULL ORDER BY t.created_at DESC LIMIT 1) AS "newEmailAsked"
    FROM accounts WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, accountId],
  );
  const participant = await db.one(
    `
    SELECT id, source, level, display_name AS "displayName", created_at AS "createdAt" FROM participants WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, participantId],
  );
  const roles = await db.rows(
    'SELECT role, title, granted_at AS "grantedAt" FROM account_roles WHERE municipality_id = $1 AND account_id = $2',
    [municipalityId, accountId],
  );
  const sessions = await db.rows(
    `
    SELECT device, created_at AS "createdAt", seen_at AS "seenAt", expires_at AS "expiresAt" FROM sessions WHERE municipality_id = $1 AND account_id = $2`,
    [municipalityId, accountId],
  );
  return { account, participant, roles, sessions };
}
