import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BadConfiguration, readConfig } from '../apps/api/src/platform/config/config.ts';
import { refuseTakenPort } from '../apps/api/src/platform/config/taken-port.ts';
import { build } from './build.ts';
import { dataFolder, isEmpty } from './data-folder.ts';
import { openDatabase } from './database.ts';
import { serverFlags } from './server-flags.ts';

// npm start                the demonstration
// npm start -- --empty     the same without the demo town: it greets with the wizard of a first start, and keeps its data apart
const root = join(import.meta.dirname, '..');
const env: Record<string, string | undefined> = { ...process.env, PARVIS_DATA: dataFolder, ...(isEmpty && { PARVIS_DEMO_TOWN: 'no' }) };
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

if (await build()) say('Built.');

const { url, keepUp, close } = await openDatabase();
env['DATABASE_URL'] = url;
const end = async (code: number): Promise<never> => {
  await close();
  process.exit(code);
};
const config = await checkedConfig();

const program = (file: string): string[] => [...serverFlags, join(root, 'dist/server', file)];
if (config.hasDemoTown && config.role !== 'worker') {
  const seeded = spawnSync(process.execPath, program('tools/demo/seed.js'), { cwd: root, stdio: 'inherit', env });
  if (seeded.status !== 0) await end(seeded.status ?? 1);
}

keepUp();
const server = spawn(process.execPath, program('apps/api/src/main.js'), { cwd: root, stdio: 'inherit', env: { LOG: 'warn', ...env } });
// The server ends first, then the database: requests under way are answered.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    server.kill('SIGTERM');
  });
const code = await new Promise<number>((done) => {
  server.on('exit', (status) => done(status ?? 0));
});
await end(code);

/** What stands in the way is said in words, before the demo town is made. */
async function checkedConfig(): Promise<ReturnType<typeof readConfig>> {
  try {
    const read = readConfig(env);
    await refuseTakenPort(read);
    return read;
  } catch (error) {
    if (!(error instanceof BadConfiguration)) throw error;
    process.stderr.write(`${error.message}\n`);
    return end(1);
  }
}
