import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.ts';
import { ensureDatabase, startPostgres } from './postgres.ts';

// npm run operator -- grant|revoke|list|reset-factor: operators of the installation, in the database of DATABASE_URL, or of the embedded one, which may be
// in use by `npm start` at the same time.
const root = join(import.meta.dirname, '..');
await build();
const compiled = async <T>(path: string): Promise<T> => (await import(pathToFileURL(join(root, 'dist/server/apps/api/src', path)).href)) as T;
await import('reflect-metadata');
const { operatorCommand } = await compiled<typeof import('../apps/api/src/core/accounts/index.ts')>('core/accounts/index.js');
const { Database, makeDataSource, migrate } = await compiled<typeof import('../apps/api/src/platform/database/index.ts')>('platform/database/index.js');

const embedded = process.env['DATABASE_URL'] ? null : await startPostgres(process.env['PARVIS_DATA'] || join(root, '.data'));
const url = process.env['DATABASE_URL'] ?? await ensureDatabase(embedded!, 'parvis');
const source = await makeDataSource({ url, poolSize: 2, applicationName: 'parvis-operator' }).initialize();
try {
  await migrate(source, url);
  process.exitCode = await operatorCommand(process.argv.slice(2), { db: new Database(source), write: (text) => { process.stdout.write(text); } });
} finally {
  await source.destroy();
  await embedded?.stop();
}
