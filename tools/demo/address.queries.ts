import type { Sql } from '../../apps/api/src/platform/database/index.ts';

/** Towns without a host of their own follow the address at which the demonstration is served this time: links in mails and feeds lead there. */
export async function followAddress(db: Sql, origin: string): Promise<void> {
  await db.run('UPDATE municipalities SET origin = $1 WHERE host IS NULL AND origin <> $1', [origin]);
}
