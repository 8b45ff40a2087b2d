import type { Sql } from '../../platform/database/index.ts';

/** Lets go of what moderation no longer needs; each statement stands by itself, a repeat finds the rest. */
export async function forgetOldModeration(db: Sql): Promise<void> {
  await db.run('DELETE FROM moderation_claims WHERE until < now()');
  await db.run(`DELETE FROM moderation_notes WHERE created_at < now() - interval '1 year'`);
  await db.run(`
    UPDATE flags f SET body = '' FROM decisions d
    WHERE d.municipality_id = f.municipality_id AND d.id = f.settled_by AND f.body <> '' AND d.decided_at < now() - interval '1 year'`);
}
