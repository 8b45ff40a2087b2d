import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.ts';
import { openDatabase } from './database.ts';
import { serverFlags } from './server-flags.ts';

// npm run dev            the demonstration, compiled and built again whenever a file is saved; the server starts again by itself
// LOG=sql npm run dev    and every statement with its parameters, milliseconds, rows and the line that sent it
const root = join(import.meta.dirname, '..');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
await build();
const { url, close } = await openDatabase();
const env = { LOG: 'warn', ...process.env, DATABASE_URL: url };
const start = (program: string, args: readonly string[]): ChildProcess =>
  spawn(program, [...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
const address = `http://127.0.0.1:${process.env['PORT'] || 3000}`;
process.stdout.write(
  `\n  ${address}/         the site\n  ${address}/dev/mail the mailbox\n  ${address}/dev/ui   the pieces of the interface\n  ${address}/health   how it is\n\n`,
);
const children = [
  start(bin('tsc'), ['-p', 'apps/api/tsconfig.build.json', '--watch', '--preserveWatchOutput']),
  start(process.execPath, [join(root, 'apps/web/build.mjs'), '--watch']),
  // The built site is read when a page is first asked for, so a new build needs a new server as well.
  start(process.execPath, [
    ...serverFlags,
    '--watch-preserve-output',
    '--watch-path',
    join(root, 'dist/server'),
    '--watch-path',
    join(root, 'dist/web/built.json'),
    join(root, 'dist/server/apps/api/src/main.js'),
  ]),
];
const ended = children.map(
  (child) =>
    new Promise((done) => {
      child.on('exit', done);
    }),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM');
  });
await Promise.race(ended);
for (const child of children) child.kill('SIGTERM');
await Promise.all(ended);
await close();
