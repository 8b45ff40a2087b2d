import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config/index.ts';
import { freePort } from '../../../tools/free-port.ts';
import { ask } from './support/processes.ts';
import { until } from './support/until.ts';

// The command as an engineer of a town types it, on an embedded PostgreSQL of its own.
const data = mkdtempSync(join(tmpdir(), 'parvis-empty-'));
chmodSync(data, 0o755); // PostgreSQL runs as another user when we are root
let running: ChildProcess | null = null;
afterAll(async () => {
  await ended();
  rmSync(data, { recursive: true, force: true });
});

/** Runs a file of tools/ with what follows `--`. */
function run(tool: string, port: number): { output: () => string; code: Promise<number | null> } {
  let written = '';
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(projectRoot, 'tools', tool), '--empty'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', PARVIS_DATA: data, PORT: String(port) },
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      written += chunk.toString();
    });
  running = child;
  return {
    output: () => written,
    code: new Promise((done) => {
      child.on('exit', done);
    }),
  };
}

async function ended(): Promise<void> {
  if (!running || running.exitCode !== null) return;
  const gone = new Promise((done) => {
    running!.once('exit', done);
  });
  running.kill('SIGTERM');
  await gone;
}

/** The number of the embedded PostgreSQL's first process, as it wrote it itself. */
function databaseProcess(): number {
  return Number(readFileSync(globSync(join(data, '**/postgres/postmaster.pid'))[0]!, 'utf8').split('\n')[0]);
}

test('npm start -- --empty greets with the wizard, keeps what is set up, outlives its database, and starts over on demand', async () => {
  const port = await freePort();
  const first = run('start.ts', port);
  const link = await until(async () => /\/fr\/installation\?jeton=([\w-]+)/.exec(first.output())?.[1], 120);
  await until(async () => first.output().includes('without the demo town'));
  expect(first.output()).not.toContain('saint-aubin.example');
  expect((await ask(port, '/fr/')).text).toContain('consultera bientôt ses habitants');
  const opened = await ask(port, '/api/installation/open', { method: 'POST', body: { token: link } });
  expect(JSON.parse(opened.text)).toMatchObject({ isEmpty: true, isOpen: true });
  const cookie = String(opened.headers['set-cookie']).split(';')[0]!;
  const town = {
    inseeCode: null,
    name: 'Val d’Essai',
    tagline: '',
    slug: 'val-d-essai',
    host: null,
    timeZone: 'Europe/Paris',
    languages: ['fr'],
  };
  expect((await ask(port, '/api/installation/town', { method: 'PUT', headers: { cookie }, body: town })).status).toBe(200);
  await ended();

  const second = run('start.ts', port); // the same data: the town is there, its administrator is not
  await until(async () => second.output().includes('Val d’Essai'), 120);
  await until(async () => (await ask(port, '/ready')).status === 200);
  process.kill(databaseProcess(), 'SIGKILL');
  await until(async () => (await ask(port, '/t/val-d-essai/fr/')).status === 503);
  await until(async () => (await ask(port, '/t/val-d-essai/fr/')).status === 200, 60);
  await ended();
  const reset = run('demo-reset.ts', port);
  expect(await reset.code).toBe(0);
  const third = run('start.ts', port);
  await until(async () => third.output().includes('without the demo town'), 120);
  expect((await ask(port, '/fr/')).text).toContain('consultera bientôt ses habitants');
}, 300_000);
