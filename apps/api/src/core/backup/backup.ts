import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { create } from 'tar';
import { readMigrationNames, readSequences, readTables } from './catalogue.queries.ts';
import { copyOut } from './copy.queries.ts';
import { keepErasures } from './erasures.ts';
import type { Manifest } from './manifest.ts';

/** Where an installation keeps what a backup takes along. */
export interface Installation {
  readonly databaseUrl: string;
  /** Uploaded files. */
  readonly filesFolder: string;
  /** Keys that the installation made for itself. */
  readonly keysFolder: string;
}

/** Erased ids, kept beside the backups: an older backup still knows the people, and forgets them again when it is restored. */
export const erasuresFile = 'parvis-erasures.jsonl';

/**
 * Writes everything of an installation into one compressed tar file: every table as of one moment (one repeatable-read transaction),
 * the queue's jobs, uploaded files and keys. The site stays open meanwhile. The file holds personal data: mode 0600.
 * @param file its path; it appears there only when it is whole
 */
export async function backup({ databaseUrl, filesFolder, keysFolder }: Installation, file: string): Promise<Manifest> {
  const staging = await mkdtemp(join(tmpdir(), 'parvis-backup-'));
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c statement_timeout=0 -c timezone=UTC -c datestyle=ISO' });
  client.on('error', () => undefined); // the statement under way tells it
  try {
    await client.connect();
    await mkdir(join(staging, 'database'));
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables: Manifest['tables'] = [];
    for (const table of await readTables(client)) {
      const name = `${table.name.replaceAll('"', '')}.copy`;
      tables.push({
        ...table,
        columns: [...table.columns],
        file: name,
        ...(await copyOut(client, table, join(staging, 'database', name))),
      });
    }
    const manifest: Manifest = {
      format: 1,
      createdAt: new Date().toISOString(),
      migrations: await readMigrationNames(client),
      tables,
      sequences: await readSequences(client),
    };
    await client.query('COMMIT');
    await writeFile(join(staging, 'manifest.json'), JSON.stringify(manifest, null, 2));
    await mkdir(dirname(file), { recursive: true });
    await keepErasures(client, join(dirname(file), erasuresFile));
    const parts = ['manifest.json', 'database'];
    for (const [name, folder] of [
      ['files', filesFolder],
      ['keys', keysFolder],
    ] as const) {
      if (!existsSync(folder)) continue;
      await symlink(folder, join(staging, name));
      parts.push(name);
    }
    await create({ file: `${file}.partial`, cwd: staging, gzip: true, follow: true, portable: true, mode: 0o600 }, parts);
    await rename(`${file}.partial`, file);
    return manifest;
  } finally {
    await client.end();
    await rm(staging, { recursive: true, force: true });
  }
}
