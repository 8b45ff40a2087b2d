import { join } from 'node:path';
import type { Installation } from '../apps/api/src/core/backup/index.ts';
import { build } from './build.ts';
import { compiled } from './compiled.ts';
import { dataFolder } from './data-folder.ts';
import { openDatabase } from './database.ts';

/** An installation that a command works on, and how to leave it. */
export interface OpenInstallation extends Installation {
  readonly dataFolder: string;
  close(): Promise<void>;
}

/** The installation of the environment: its database, files and keys. */
export async function openInstallation(): Promise<OpenInstallation> {
  await build();
  await import('reflect-metadata');
  await compiled('app.module.js'); // every room tells its part of a person's data when it is loaded
  const { url, close } = await openDatabase();
  return {
    dataFolder,
    databaseUrl: url,
    close,
    filesFolder: process.env['FILES_URL'] || join(dataFolder, 'files'),
    keysFolder: join(dataFolder, 'keys'),
  };
}
