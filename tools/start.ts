import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.ts';
import { dataFolder, isEmpty } from './data-folder.ts';
import { ensureDatabase, startPostgres, type RunningPostgres } from './postgres.ts';
import { serverFlags } from './server-flags.ts';

// npm start                the demonstration
// npm start -- --empty     the same without the demo town: it greets with the wizard of a first start, and keeps its data apart
const root = join(import.meta.dirname, '..');
const env: Record<string, string | undefined> = { ...process.env, PARVIS_DATA: dataFolder, ...(isEmpty && { PARVIS_DEMO_TOWN: 'no' }) };
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

if (await build()) say('Built.');

let postgres: RunningPostgres | null = null;
if (!env['DATABASE_URL']) {
  postgres = await startPostgres(dataFolder);
  env['DATABASE_URL'] = await ensureDatabase(postgres, 'parvis');
}

const program = (file: string): string[] => [...serverFlags, join(root, 'dist/server', file)];
const isDemo = (env['PARVIS_MODE'] || 'demo') === 'demo';
if (isDemo && env['PARVIS_DEMO_TOWN'] !== 'no' && env['PARVIS_ROLE'] !== 'worker') {
  const seeded = spawnSync(process.execPath, program('tools/demo/seed.js'), { cwd: root, stdio: 'inherit', env });
  if (seeded.status !== 0) {
    await postgres?.stop();
    process.exit(seeded.status ?? 1);
  }
}

const server = spawn(process.execPath, program('apps/api/src/main.js'), { cwd: root, stdio: 'inherit', env: { LOG: 'warn', ...env } });
// The server ends first, then the database: requests under way are answered.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { server.kill('SIGTERM'); });
const code = await new Promise<number>((done) => { server.on('exit', (status) => done(status ?? 0)); });
await postgres?.stop();
process.exitCode = code;
