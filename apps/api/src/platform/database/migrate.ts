import pg from 'pg';
import type { DataSource } from 'typeorm';
import { runMigrations } from 'graphile-worker';

const migrationLock = 7_071_776_1; // any constant that nobody else uses: "parvis" on a telephone keypad, shortened

/**
 * Brings the schema up to date, the job queue's own tables included. Several processes may start at once: one migrates under an
 * advisory lock, the others wait and find nothing to do.
 * @returns the names of the migrations that ran
 */
export async function migrate(source: DataSource, url: string): Promise<string[]> {
  const lock = source.createQueryRunner();
  await lock.connect();
  try {
    await lock.query('SET statement_timeout = 0');
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const ran = await source.runMigrations({ transaction: 'each' });
    await migrateQueue(url);
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    await lock.query('RESET statement_timeout');
    await lock.release();
  }
}

/** The queue's own tables. A command may stop the embedded database right afterwards, while this pool is still closing. */
export async function migrateQueue(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}
