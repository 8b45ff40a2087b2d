import { randomBytes } from 'node:crypto';
import pg from 'pg';

function setting(name: 'PARVIS_TEST_ADMIN_URL' | 'PARVIS_TEST_TEMPLATE'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the tests by \`npm test\`, or one file by \`npm test -- --only api <name>\`.`);
  return value;
}

async function clone(name: string): Promise<string> {
  const url = new URL(setting('PARVIS_TEST_ADMIN_URL'));
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE "${name}" TEMPLATE "${setting('PARVIS_TEST_TEMPLATE')}"`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}

/** The migrated database of this jest worker; its files share it, each test in a town of its own. */
export function workerDatabaseUrl(): Promise<string> {
  return clone(`${setting('PARVIS_TEST_TEMPLATE')}_worker_${process.env['JEST_WORKER_ID'] ?? '1'}`);
}

/** A migrated database that nobody else uses, for tests of the schema, of backups and of empty installations. */
export function freshDatabaseUrl(): Promise<string> {
  return clone(`parvis_fresh_${randomBytes(6).toString('hex')}`);
}

/** A database without any table. */
export async function emptyDatabaseUrl(): Promise<string> {
  const url = new URL(setting('PARVIS_TEST_ADMIN_URL'));
  const name = `parvis_empty_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`CREATE DATABASE "${name}"`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}
