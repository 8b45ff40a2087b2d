import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { extract } from 'tar';
import { migrations } from '../../../../../migrations/index.ts';
import { Database, makeDataSource, migrate, migrateQueue } from '../../platform/database/index.ts';
import { settleAfterRestore } from '../tallies/index.ts';
import { erasuresFile, type Installation } from './backup.ts';
import { isEmptyDatabase, loosen, renumberOutbox, setSequences, unlockJobs } from './catalogue.queries.ts';
import { copyIn } from './copy.queries.ts';
import { distinctErasures, readErasureFile } from './erasures.ts';
import { Manifest } from './manifest.ts';
import { replayErasures } from './replay-erasures.ts';

/** The restore was not begun, or was undone; the message says why, in words for the operator. */
export class RestoreRefused extends Error {}

/** What a restore did. */
export interface Restored {
  readonly tables: number;
  readonly rows: number;
  readonly erasedAgain: number;
  readonly createdAt: string;
}

/**
 * Rebuilds an installation from a backup in an empty database: the schema by the backup's own migrations, the rows in one transaction
 * with every foreign key checked anew, then newer migrations, files and keys, and last every erasure known since.
 * @param erasureFiles further lists of erased ids, beside the one next to the backup
 * @throws RestoreRefused when the database is not empty, or the backup is not there, damaged or of a newer version
 */
export async function restore(installation: Installation, file: string, erasureFiles: readonly string[] = []): Promise<Restored> {
  const staging = await mkdtemp(join(tmpdir(), 'parvis-restore-'));
  try {
    await extract({ file, cwd: staging }).catch((error: unknown) => {
      throw new RestoreRefused(`${file} cannot be read as a backup: ${String(error)}`);
    });
    const manifest = await readManifest(staging);
    await loadDatabase(installation.databaseUrl, manifest, staging);
    for (const [name, folder] of [
      ['files', installation.filesFolder],
      ['keys', installation.keysFolder],
    ] as const) {
      if (!existsSync(join(staging, name))) continue;
      await mkdir(folder, { recursive: true });
      await cp(join(staging, name), folder, { recursive: true });
    }
    const lists = await Promise.all([join(dirname(file), erasuresFile), ...erasureFiles].map(readErasureFile));
    const source = await makeDataSource({ url: installation.databaseUrl, poolSize: 2, applicationName: 'parvis-restore' }).initialize();
    try {
      await migrate(source, installation.databaseUrl);
      const db = new Database(source);
      await settleAfterRestore(db);
      const erasedAgain = await replayErasures(db, distinctErasures(lists.flat()));
      return {
        tables: manifest.tables.length,
        rows: manifest.tables.reduce((sum, one) => sum + one.rows, 0),
        erasedAgain,
        createdAt: manifest.createdAt,
      };
    } finally {
      await source.destroy();
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function readManifest(staging: string): Promise<Manifest> {
  const parsed = Manifest.safeParse(JSON.parse(await readFile(join(staging, 'manifest.json'), 'utf8').catch(() => 'null')));
  if (!parsed.success) throw new RestoreRefused('This file is not a backup of Parvis: it has no readable manifest.json.');
  for (const { file, sha256 } of parsed.data.tables) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(staging, 'database', file)), hash).catch(() => {
      throw new RestoreRefused(`The backup is damaged: database/${file} is missing.`);
    });
    if (hash.digest('hex') !== sha256) throw new RestoreRefused(`The backup is damaged: database/${file} is not what was written.`);
  }
  return parsed.data;
}

async function loadDatabase(url: string, manifest: Manifest, staging: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c statement_timeout=0 -c timezone=UTC -c datestyle=ISO' });
  client.on('error', () => undefined); // the statement under way tells it
  await client.connect();
  try {
    if (!(await isEmptyDatabase(client)))
      throw new RestoreRefused(
        'The database is not empty. Restore into a fresh one (`createdb parvis_new`), then point DATABASE_URL at it.',
      );
    await buildSchema(url, manifest.migrations);
    await client.query('BEGIN');
    try {
      const tighten = await loosen(client, manifest.tables);
      for (const table of manifest.tables) {
        const rows = await copyIn(client, table, join(staging, 'database', table.file));
        if (rows !== table.rows) throw new RestoreRefused(`The backup says ${table.rows} rows for ${table.name}, ${rows} arrived.`);
      }
      await setSequences(client, manifest.sequences);
      await renumberOutbox(client);
      await unlockJobs(client);
      await tighten();
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** The schema as it was when the backup was made. */
async function buildSchema(url: string, names: readonly string[]): Promise<void> {
  const known = new Map(migrations.map((one) => [one.name, one]));
  const unknown = names.find((name) => !known.has(name));
  if (unknown)
    throw new RestoreRefused(`The backup is of a newer version of Parvis: it knows the migration ${unknown}. Install that version first.`);
  const source = await makeDataSource({
    url,
    poolSize: 2,
    applicationName: 'parvis-restore',
    migrations: names.flatMap((name) => known.get(name) ?? []),
  }).initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
  await migrateQueue(url);
}
