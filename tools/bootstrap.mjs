// First step of every command: plain JavaScript without dependencies, for a machine with Node 20 or later and nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const commands = {
  start: 'start.ts',
  dev: 'dev.ts',
  test: 'test.ts',
  check: 'check.ts',
  db: 'db.ts',
  'demo:reset': 'demo-reset.ts',
  municipality: 'municipality.ts',
  operator: 'operator.ts',
  backup: 'backup.ts',
  restore: 'restore.ts',
  import: 'import.ts',
  count: 'count.ts',
  bench: 'bench.ts',
};
const [command = '', ...rest] = process.argv.slice(2);
const file = commands[command];
if (!file) {
  process.stderr.write(`Unknown command "${command}". One of: ${Object.keys(commands).join(', ')}.\n`);
  process.exit(2);
}

function installIfNeeded() {
  const stamp = join(root, 'node_modules', '.parvis-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stdout.write('Installing what is missing (npm ci), once…\n');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    process.stderr.write('The installation failed: the message above says why.\n');
    process.exit(done.status ?? 1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

installIfNeeded();
const bin = join(root, 'node_modules', '.bin');
const child = spawn(join(bin, 'node'), ['--disable-warning=ExperimentalWarning', join(root, 'tools', file), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` },
});
// Ctrl-C reaches the child through the terminal; the other signals are handed on, and the child ends first.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
