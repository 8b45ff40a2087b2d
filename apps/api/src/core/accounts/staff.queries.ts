import type { Role, StaffRole } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';

export interface StaffRow {
  readonly account_id: string;
  readonly display_name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly title: string;
  readonly has_second_factor: boolean;
  readonly since: string;
}

const staff = `
  SELECT a.id AS account_id, a.display_name, a.email, a.totp_confirmed_at IS NOT NULL AS has_second_factor,
    array_agg(r.role ORDER BY r.role) AS roles, max(r.title) AS title, min(r.granted_at) AS since
  FROM account_roles r JOIN accounts a ON a.municipality_id = r.municipality_id AND a.id = r.account_id
  WHERE r.municipality_id = $1`;

/** People with a role, by the age of their account; one more than `limit` tells that there is a next page. */
export async function readStaff(db: Sql, municipalityId: string, after: string | null, limit: number): Promise<StaffRow[]> {
  return db.rows<StaffRow>(`${staff} AND ($2::uuid IS NULL OR a.id > $2) GROUP BY a.municipality_id, a.id ORDER BY a.id LIMIT $3`, [
    municipalityId,
    after,
    limit + 1,
  ]);
}

/** Null when the account has no role in this town, whatever it is otherwise. */
export async function readStaffMember(db: Sql, municipalityId: string, accountId: string): Promise<StaffRow | null> {
  return db.one<StaffRow>(`${staff} AND a.id = $2 GROUP BY a.municipality_id, a.id`, [municipalityId, accountId]);
}

export interface NewInvitation {
  readonly municipalityId: string;
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly title: string;
  readonly invitedBy: string;
  readonly days: number;
}

/** Keeps an invitation; a former one of the same address stops working. */
export async function insertInvitation(tx: Sql, i: NewInvitation): Promise<void> {
  await tx.run('DELETE FROM staff_invitations WHERE municipality_id = $1 AND lower(email) = lower($2) AND used_at IS NULL', [
    i.municipalityId,
    i.email,
  ]);
  await tx.run(
    `
    INSERT INTO staff_invitations (municipality_id, id, token_hash, email, roles, title, invited_by, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, statement_timestamp() + make_interval(days => $8))`,
    [i.municipalityId, i.id, i.tokenHash, i.email, i.roles, i.title, i.invitedBy, i.days],
  );
}

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly title: string;
  readonly invited_by_name: string | null;
  readonly created_at: string;
  readonly expires_at: string;
  readonly is_expired: boolean;
}

const invitations = `
  SELECT i.id, i.email, i.roles, i.title, p.display_name AS invited_by_name, i.created_at, i.expires_at, i.expires_at <= statement_timestamp() AS is_expired
  FROM staff_invitations i LEFT JOIN participants p ON p.municipality_id = i.municipality_id AND p.id = i.invited_by
  WHERE i.municipality_id = $1 AND i.used_at IS NULL`;

/** Invitations that wait, newest first. */
export async function readInvitations(db: Sql, municipalityId: string, before: string | null, limit: number): Promise<InvitationRow[]> {
  return db.rows<InvitationRow>(`${invitations} AND ($2::uuid IS NULL OR i.id < $2) ORDER BY i.id DESC LIMIT $3`, [
    municipalityId,
    before,
    limit + 1,
  ]);
}

/** Null when it was accepted or cancelled meanwhile. */
export async function readInvitationById(db: Sql, municipalityId: string, id: string): Promise<InvitationRow | null> {
  return db.one<InvitationRow>(`${invitations} AND i.id = $2`, [municipalityId, id]);
}

/** The invitation of a link that can be used now, or null. */
export async function readInvitationByToken(db: Sql, municipalityId: string, tokenHash: Buffer): Promise<InvitationRow | null> {
  return db.one<InvitationRow>(`${invitations} AND i.token_hash = $2 AND i.expires_at > statement_timestamp()`, [
    municipalityId,
    tokenHash,
  ]);
}

/** Uses an invitation up; false when somebody was faster. */
export async function useInvitation(tx: Sql, municipalityId: string, id: string): Promise<boolean> {
  return (
    (await tx.run(
      'UPDATE staff_invitations SET used_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2 AND used_at IS NULL',
      [municipalityId, id],
    )) > 0
  );
}

/** False when there was none that waits. */
export async function deleteInvitation(db: Sql, municipalityId: string, id: string): Promise<boolean> {
  return (
    (await db.run('DELETE FROM staff_invitations WHERE municipality_id = $1 AND id = $2 AND used_at IS NULL', [municipalityId, id])) > 0
  );
}
