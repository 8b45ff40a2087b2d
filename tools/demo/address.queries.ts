import type { Sql } from '../../apps/api/src/platform/database/index.ts';

/** Towns without a host of their own follow the address at which the demonstration is served this time: links in mails and feeds lead there. */
export async function followAddress(db: Sql, origin: string): Promise<void> {
  await db.run('UPDATE municipalities SET origin = $1 WHERE host IS NULL AND origin <> $1', [origin]);
}

/** The address at which towns without a host of their own are served; null while there is none. */
export async function readAddress(db: Sql): Promise<string | null> {
  return (await db.one<{ origin: string }>('SELECT origin FROM municipalities WHERE host IS NULL ORDER BY id LIMIT 1', []))?.origin ?? null;
}
