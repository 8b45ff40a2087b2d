import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Installation } from '../apps/api/src/core/backup/index.ts';
import { build } from './build.ts';
import { ensureDatabase, startPostgres } from './postgres.ts';

const root = join(import.meta.dirname, '..');

/** An installation that a command works on, with the compiled modules, and how to leave it. */
export interface OpenInstallation extends Installation {
  readonly dataFolder: string;
  compiled<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

/** The installation of the environment: DATABASE_URL, or the embedded database, which `npm start` may be using at the same time. */
export async function openInstallation(): Promise<OpenInstallation> {
  await build();
  await import('reflect-metadata');
  const compiled = async <T>(path: string): Promise<T> => (await import(pathToFileURL(join(root, 'dist/server/apps/api/src', path)).href)) as T;
  await compiled('app.module.js'); // every room tells its part of a person's data when it is loaded
  const dataFolder = process.env['PARVIS_DATA'] || join(root, '.data');
  const embedded = process.env['DATABASE_URL'] ? null : await startPostgres(dataFolder);
  return {
    dataFolder, compiled,
    databaseUrl: process.env['DATABASE_URL'] ?? await ensureDatabase(embedded!, 'parvis'),
    filesFolder: process.env['FILES_URL'] || join(dataFolder, 'files'), keysFolder: join(dataFolder, 'keys'),
    close: async () => { await embedded?.stop(); },
  };
}
