import type { Role } from '@parvis/shared/rules/words.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

/** Waits for other changes of the town's administrators; the same lock as the trigger `account_roles_one_administrator`. */
export async function lockAdministrators(tx: Tx, municipalityId: string): Promise<void> {
  await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('administrators:' || $1::uuid, 0))`, [municipalityId]);
}

/** Whether the town has one already: the link of its wizard makes the first, and no second. */
export async function hasAdministrator(db: Sql, municipalityId: string): Promise<boolean> {
  const row = await db.one<{ yes: boolean }>(
    `SELECT EXISTS (SELECT FROM account_roles WHERE municipality_id = $1 AND role = 'administrator') AS yes`,
    [municipalityId],
  );
  return row!.yes;
}

/** Gives a role; a repeat changes the title. */
export async function insertRole(tx: Sql, municipalityId: string, accountId: string, role: Role, title: string): Promise<void> {
  await tx.run(
    `
    INSERT INTO account_roles (municipality_id, account_id, role, title) VALUES ($1, $2, $3, $4)
    ON CONFLICT (municipality_id, account_id, role) DO UPDATE SET title = excluded.title`,
    [municipalityId, accountId, role, title],
  );
}

/** Takes the roles that are not in `keep`; never `operator`, which the command line gives and takes. @throws LastAdministrator by the database */
export async function deleteRolesBut(tx: Sql, municipalityId: string, accountId: string, keep: readonly string[]): Promise<void> {
  await tx.run(
    `DELETE FROM account_roles WHERE municipality_id = $1 AND account_id = $2 AND role <> 'operator' AND role <> ALL ($3::text[])`,
    [municipalityId, accountId, keep],
  );
}

/** Whether the account was an operator. */
export async function deleteOperator(db: Sql, municipalityId: string, accountId: string): Promise<boolean> {
  return (
    (await db.run(`DELETE FROM account_roles WHERE municipality_id = $1 AND account_id = $2 AND role = 'operator'`, [
      municipalityId,
      accountId,
    ])) > 0
  );
}

/** Every operator of the installation, with the town where the account is. */
export async function readOperators(db: Sql): Promise<{ email: string; slug: string }[]> {
  return db.rows(`
    SELECT a.email, m.slug FROM account_roles r JOIN accounts a ON a.municipality_id = r.municipality_id AND a.id = r.account_id JOIN municipalities m ON m.id = r.municipality_id
    WHERE r.role = 'operator' ORDER BY m.slug, a.email`);
}

/** The id of a town, suspended or not. */
export async function readTownId(db: Sql, slug: string): Promise<string | null> {
  return (await db.one<{ id: string }>('SELECT id FROM municipalities WHERE slug = $1', [slug]))?.id ?? null;
}
