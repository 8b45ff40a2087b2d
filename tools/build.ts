import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const sources = [
  'apps/*/src/**/*',
  'apps/web/*.{ts,mjs,json}',
  'apps/api/*.json',
  'packages/shared/src/**/*',
  'migrations/*',
  'tools/**/*',
  'tsconfig.base.json',
  'package-lock.json',
];

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((one) => one.isFile() && !one.name.endsWith('.spec.ts'))
    .map((one) => join(one.parentPath, one.name))
    .sort();
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Runs a program of node_modules to its end. @throws with its output when it fails */
export async function run(name: string, args: readonly string[]): Promise<void> {
  const child = spawn(join(root, 'node_modules/.bin', name), [...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  }); // jest sets `test`, by which React would be built for development
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const code = await new Promise<number | null>((done) => {
    child.on('close', done);
  });
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} failed:\n${output}`);
}

/** Compiles the server and builds the site, unless nothing has changed since the last time. @returns whether it built */
export async function build(): Promise<boolean> {
  const stamp = join(root, 'dist', '.built');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  const site = join(root, 'apps/web/build.mjs');
  await Promise.all([run('tsc', ['-p', 'apps/api/tsconfig.build.json']), existsSync(site) ? run('node', [site]) : Promise.resolve()]);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

if (process.argv[1] === import.meta.filename) await build(); // for images: `node tools/build.ts`
