import type { Role } from '@parvis/shared/rules/words.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

/** Waits for other changes of the town's administrators; the same lock as the trigger `account_roles_one_administrator`. */
export async function lockAdministrators(tx: Tx, municipalityId: string): Promise<void> {
  await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('administrators:' || $1::uuid, 0))`, [municipalityId]);
}

export async function hasAdministrator(db: Sql, municipalityId: string): Promise<boolean> {
  const row = await db.one<{ yes: boolean }>(`SELECT EXISTS (SELECT FROM account_roles WHERE municipality_id = $1 AND role = 'administrator') AS yes`, [municipalityId]);
  return row!.yes;
}

/** Gives a role; a repeat changes the title. */
export async function insertRole(tx: Sql, municipalityId: string, accountId: string, role: Role, title: string): Promise<void> {
  await tx.run(`
    INSERT INTO account_roles (municipality_id, account_id, role, title) VALUES ($1, $2, $3, $4)
    ON CONFLICT (municipality_id, account_id, role) DO UPDATE SET title = excluded.title`, [municipalityId, accountId, role, title]);
}

/** Takes the roles that are not in `keep`; never `operator`, which the command line gives and takes. @throws LastAdministrator by the database */
export async function deleteRolesBut(tx: Sql, municipalityId: string, accountId: string, keep: readonly string[]): Promise<void> {
  await tx.run(`DELETE FROM account_roles WHERE municipality_id = $1 AND account_id = $2 AND role <> 'operator' AND role <> ALL ($3::text[])`, [municipalityId, accountId, keep]);
}
