import { makeDataSource, migrate } from '../src/platform/database/index.ts';
import { freshDatabaseUrl } from './support/database.ts';
import type { DataSource } from 'typeorm';

/** Tables that belong to the installation and not to one municipality. */
const installationTables = ['migrations', 'municipalities', 'outbox_cursors', 'rate_limits', 'setup_links'];

let source: DataSource;
let url: string;
beforeAll(async () => {
  url = await freshDatabaseUrl();
  source = await makeDataSource({ url, applicationName: 'test' }).initialize();
});
afterAll(() => source.destroy());

/** The catalogue as text: columns, constraints, indexes and views, in a fixed order. */
async function catalogue(): Promise<string[]> {
  const rows = await source.query<{ line: string }[]>(`
    SELECT format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) AS line FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT format('view %s %s', viewname, definition) FROM pg_views WHERE schemaname = 'public'
    ORDER BY 1`);
  return rows.map((row) => row.line).filter((line) => !line.includes('migrations'));
}

test('every migration goes back and forth again to the same catalogue', async () => {
  const before = await catalogue();
  for (let left = source.migrations.length; left > 0; left -= 1) await source.undoLastMigration({ transaction: 'each' });
  expect(await catalogue()).toEqual([]);
  await migrate(source, url);
  expect(await catalogue()).toEqual(before);
});

test('a second start finds nothing to migrate', async () => {
  expect(await migrate(source, url)).toEqual([]);
});

test('every tenant table has the municipality first in its primary key, its uniques and its foreign keys between tenants', async () => {
  const offenders = await source.query<{ line: string }[]>(
    `
    SELECT format('%s %s', c.conrelid::regclass, c.conname) AS line FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('p', 'u', 'f') AND a.attname <> 'municipality_id'
      AND NOT c.conrelid::regclass::text = ANY ($1)
    UNION ALL
    SELECT format('%s %s', i.indrelid::regclass, i.indexrelid::regclass) FROM pg_index i
    JOIN pg_class t ON t.oid = i.indrelid AND t.relnamespace = 'public'::regnamespace
    LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indisunique AND coalesce(a.attname, '') <> 'municipality_id' AND NOT i.indrelid::regclass::text = ANY ($1)
    ORDER BY 1`,
    [installationTables],
  );
  expect(offenders.map((row) => row.line)).toEqual([]);
});

test('the whole schema can be partitioned by municipality without a rewrite', async () => {
  const tables = (
    await source.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relname = ANY ($1) ORDER BY 1`,
      [installationTables],
    )
  ).map((row) => row.name);
  const runner = source.createQueryRunner();
  await runner.query('CREATE SCHEMA p');
  for (const table of ['municipalities', 'setup_links']) await runner.query(`CREATE TABLE p.${table} (LIKE public.${table} INCLUDING ALL)`);
  for (const table of tables) {
    await runner.query(
      `CREATE TABLE p.${table} (LIKE public.${table} INCLUDING ALL EXCLUDING STORAGE) PARTITION BY HASH (municipality_id)`,
    );
    for (let part = 0; part < 4; part += 1)
      await runner.query(`CREATE TABLE p.${table}_${part} PARTITION OF p.${table} FOR VALUES WITH (MODULUS 4, REMAINDER ${part})`);
  }
  await runner.query('SET search_path = p, public');
  const keys = (await runner.query(`
    SELECT c.relname AS owner, k.conname AS name, replace(pg_get_constraintdef(k.oid), ' public.', ' ') AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace`)) as {
    owner: string;
    name: string;
    definition: string;
  }[];
  for (const { owner, name, definition } of keys) await runner.query(`ALTER TABLE p.${owner} ADD CONSTRAINT ${name} ${definition}`);
  const count = async (schema: string): Promise<number> =>
    (
      (await runner.query(
        `
    SELECT count(*)::int AS n FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p')`,
        [schema],
      )) as { n: number }[]
    )[0]!.n;
  expect(await count('p')).toBe(await count('public'));
  await runner.query('RESET search_path');
  await runner.query('DROP SCHEMA p CASCADE');
  await runner.release();
});

test('the role of public reads can see views and no table', async () => {
  const reader = await makeDataSource({ url, role: 'parvis_reader', applicationName: 'test' }).initialize();
  await expect(reader.query('SELECT FROM visible_proposals')).resolves.toBeDefined();
  await expect(reader.query('SELECT FROM proposals')).rejects.toThrow('permission denied for table proposals');
  await expect(reader.query('SELECT FROM accounts')).rejects.toThrow('permission denied for table accounts');
  await reader.destroy();
});
