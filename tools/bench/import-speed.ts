import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import copy from 'pg-copy-streams';
import { build } from '../build.ts';
import { compiled } from '../compiled.ts';
import { ensureDatabase, startPostgres } from '../postgres.ts';

/** What an import of `rows` proposals cost, and COPY of the very same rows into the same indexed tables. */
export interface ImportSpeed {
  readonly rows: number;
  /** From the file's bytes to the published rows: reading, checking, staging and the switch. */
  readonly importSeconds: number;
  readonly copySeconds: number;
  /** COPY's time as a share of the import's; 0.1 is asked. */
  readonly share: number;
}

/** Tables in the order in which foreign keys let them be filled. */
const tables = ['participants', 'contributions', 'proposals', 'revisions', 'tallies', 'imported_tallies', 'external_keys', 'outbox'];

const words = [
  'rue',
  'place',
  'arbre',
  'banc',
  'vélo',
  'école',
  'marché',
  'bus',
  'trottoir',
  'éclairage',
  'fontaine',
  'quartier',
  'piste',
  'passage',
  'jardin',
  'parking',
  'pont',
  'gare',
  'livraison',
  'ombre',
];

/** A CSV of proposals of about 400 characters, by a tenth as many authors; the same for the same number of rows. */
function csvOf(rows: number): Buffer {
  let seed = 1;
  const word = (): string => words[(seed = (seed * 48_271) % 2_147_483_647) % words.length]!;
  const sentence = (length: number): string => Array.from({ length }, word).join(' ');
  const lines = Array.from(
    { length: rows },
    (_, at) => `${at + 1};${sentence(7)} ${at};${sentence(60)}.;u${at % Math.ceil(rows / 10)};2024-05-01 10:00:00 +0200;${at % 500}`,
  );
  return Buffer.from(`id;titre;texte;auteur;date;votes\n${lines.join('\n')}\n`);
}

/** Measures on an empty migrated database, in a town of its own; takes about a minute for 100,000 rows. Needs the compiled server (`build()`). */
export async function measureImport(url: string, rows: number): Promise<ImportSpeed> {
  await import('reflect-metadata');
  const { readConfig } = await compiled<typeof import('../../apps/api/src/platform/config/index.ts')>('platform/config/index.js');
  const { Database } = await compiled<typeof import('../../apps/api/src/platform/database/index.ts')>('platform/database/index.js');
  const { ImportRunner, importCommand } =
    await compiled<typeof import('../../apps/api/src/core/imports/index.ts')>('core/imports/index.js');
  const { makeApplication } = await compiled<typeof import('../../apps/api/src/server.ts')>('server.js');
  const folder = mkdtempSync(join(tmpdir(), 'parvis-bench-'));
  const app = await makeApplication(readConfig({ LOG: 'warn', DATABASE_URL: url }));
  try {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const town = await aTown(client);
    const file = join(folder, 'mesure.csv');
    writeFileSync(file, csvOf(rows));
    writeFileSync(join(folder, 'mesure.json'), JSON.stringify(mapping));
    let told = '';
    const started = performance.now();
    const code = await importCommand(
      ['--town', town.slug, '--consultation', 'mesure', '--activity', 'mesure', '--mapping', join(folder, 'mesure.json'), '--file', file],
      {
        db: app.get(Database),
        runner: app.get(ImportRunner),
        write: (text) => {
          told += text;
        },
      },
    );
    if (code !== 0) throw new Error(told);
    const importSeconds = (performance.now() - started) / 1_000;
    const copySeconds = await copyAgain(client, town.municipalityId);
    await client.end();
    return { rows, importSeconds, copySeconds, share: copySeconds / importSeconds };
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const mapping = {
  source: 'mesure',
  format: 'csv',
  records: [
    {
      kind: 'proposal',
      key: 'id',
      title: 'titre',
      body: ['texte'],
      author: 'auteur',
      at: ['date'],
      tallies: [{ column: 'votes', label: 'Votes' }],
    },
  ],
};

async function aTown(client: pg.Client): Promise<{ municipalityId: string; slug: string }> {
  const [m, k, a] = [randomUUID(), randomUUID(), randomUUID()];
  const slug = `mesure-${m.slice(0, 8)}`;
  await client.query(`INSERT INTO municipalities (id, slug, origin, name) VALUES ($1, $2, 'http://127.0.0.1', 'Mesure')`, [m, slug]);
  await client.query(
    `INSERT INTO consultations (municipality_id, id, slug, title, state, published_at) VALUES ($1, $2, 'mesure', 'Mesure', 'published', now())`,
    [m, k],
  );
  await client.query(
    `INSERT INTO activities (municipality_id, id, consultation_id, kind, slug, title, settings) VALUES ($1, $2, $3, 'proposals', 'mesure', 'Mesure', '{}')`,
    [m, a, k],
  );
  return { municipalityId: m, slug };
}

/** Takes what the import wrote out of its tables and puts it back by COPY, in one transaction; gives the seconds of putting it back. */
async function copyAgain(client: pg.Client, municipalityId: string): Promise<number> {
  const taken: { table: string; columns: string; bytes: Buffer[] }[] = [];
  for (const table of tables) {
    const { rows } = await client.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''`,
      [table],
    );
    const { columns } = rows[0]!;
    const out = client.query(copy.to(`COPY (SELECT ${columns} FROM ${table} WHERE municipality_id = '${municipalityId}') TO STDOUT`));
    const bytes: Buffer[] = [];
    out.on('data', (chunk: Buffer) => bytes.push(chunk));
    await once(out, 'end');
    taken.push({ table, columns, bytes });
  }
  await client.query('SET session_replication_role = replica'); // taking out is not measured: without its checks of foreign keys
  await client.query('DELETE FROM history WHERE municipality_id = $1', [municipalityId]);
  for (const table of [...tables].reverse()) await client.query(`DELETE FROM ${table} WHERE municipality_id = $1`, [municipalityId]);
  await client.query('SET session_replication_role = origin');
  for (const table of tables) await client.query(`VACUUM ANALYZE ${table}`);
  const started = performance.now();
  await client.query('BEGIN');
  for (const { table, columns, bytes } of taken) {
    await pipeline(Readable.from(bytes), client.query(copy.from(`COPY ${table} (${columns}) FROM STDIN`)));
    await client.query(`ANALYZE ${table}`); // else the next table's foreign keys are looked for as in the empty table that it was
  }
  await client.query('COMMIT');
  return (performance.now() - started) / 1_000;
}

if (process.argv[1] === import.meta.filename) {
  await build();
  const data = mkdtempSync('/tmp/parvis-bench-pg-');
  chmodSync(data, 0o755); // PostgreSQL runs as another user when we are root
  const postgres = await startPostgres(data);
  const { makeDataSource, migrate } =
    await compiled<typeof import('../../apps/api/src/platform/database/index.ts')>('platform/database/index.js');
  const url = await ensureDatabase(postgres, 'parvis');
  const source = await makeDataSource({ url, applicationName: 'parvis-bench' }).initialize();
  await migrate(source, url);
  await source.destroy();
  const { rows, importSeconds, copySeconds, share } = await measureImport(url, Number(process.argv[2] ?? 100_000));
  process.stdout.write(
    `${rows} rows: import ${importSeconds.toFixed(1)} s, COPY ${copySeconds.toFixed(1)} s, share ${share.toFixed(2)} (0.1 asked)\n`,
  );
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
}
