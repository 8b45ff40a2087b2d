import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A file that breaks one rule of .dependency-cruiser.mjs, by name; `import type` where a value import would be too easy to see. */
const planted: Readonly<Record<string, readonly (readonly [file: string, text: string])[]>> = {
  'no-circles': [
    ['apps/api/src/core/a/index.ts', "import type { B } from '../b/index.ts'; export type A = B;"],
    ['apps/api/src/core/b/index.ts', "import type { A } from '../a/index.ts'; export type B = A;"],
  ],
  'rules-import-rules': [['packages/shared/src/rules/one.ts', "import type { C } from '../contracts/c.ts'; export type R = C;"]],
  'contracts-import-rules': [
    ['packages/shared/src/contracts/c.ts', "import type { K } from '../activities/kind.ts'; export type C = K;"],
    ['packages/shared/src/activities/kind.ts', 'export type K = 1;'],
  ],
  'only-the-registry-imports-kinds': [
    ['packages/shared/src/contracts/d.ts', "import type { P } from '../activities/p/index.ts'; export type D = P;"],
    ['packages/shared/src/activities/p/index.ts', 'export type P = 1;'],
  ],
  'shared-kinds-apart': [['packages/shared/src/activities/q/index.ts', "import type { P } from '../p/index.ts'; export type Q = P;"]],
  'shared-knows-no-application': [
    ['packages/shared/src/rules/two.ts', "import type { A } from '../../../../apps/api/src/core/a/index.ts'; export type T = A;"],
  ],
  'api-and-web-apart': [
    ['apps/api/src/core/e/e.ts', "import type { U } from '../../../../web/src/ui/U.ts'; export type E = U;"],
    ['apps/web/src/ui/U.ts', 'export type U = 1;'],
  ],
  'web-and-api-apart': [
    ['apps/web/src/features/f/f.ts', "import type { A } from '../../../../api/src/core/a/index.ts'; export type F = A;"],
  ],
  'platform-knows-nothing-above': [
    ['apps/api/src/platform/g/index.ts', "import type { A } from '../../core/a/index.ts'; export type G = A;"],
  ],
  'core-knows-no-kind': [
    ['apps/api/src/core/h/h.ts', "import type { P } from '../../activities/p/index.ts'; export type H = P;"],
    ['apps/api/src/activities/p/index.ts', 'export type P = 1;'],
  ],
  'api-kinds-apart': [['apps/api/src/activities/q/q.ts', "import type { P } from '../p/index.ts'; export type Q = P;"]],
  'rooms-have-a-door': [
    ['apps/api/src/core/i/i.ts', "import type { S } from '../j/j.service.ts'; export type I = S;"],
    ['apps/api/src/core/j/j.service.ts', 'export type S = 1;'],
  ],
  'web-features-below-app': [
    ['apps/web/src/features/k/k.ts', "import type { L } from '../../app/l.ts'; export type K = L;"],
    ['apps/web/src/app/l.ts', 'export type L = 1;'],
  ],
  'ui-knows-no-domain': [['apps/web/src/ui/V.ts', "import type { K } from '../features/k/k.ts'; export type V = K;"]],
  'web-kinds-apart': [
    ['apps/web/src/activities/q/q.ts', "import type { P } from '../p/p.ts'; export type Q = P;"],
    ['apps/web/src/activities/p/p.ts', 'export type P = 1;'],
  ],
  'features-know-no-kind': [['apps/web/src/features/m/m.ts', "import type { P } from '../../activities/p/p.ts'; export type M = P;"]],
};

async function cruise(folder: string): Promise<string> {
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/.bin/depcruise'),
      '--config',
      join(root, '.dependency-cruiser.mjs'),
      '--output-type',
      'err-long',
      'apps',
      'packages',
    ],
    { cwd: folder },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  await new Promise((done) => {
    child.on('close', done);
  });
  if (!/\d+ modules, \d+ dependencies cruised/.test(output)) throw new Error(`dependency-cruiser did not run:\n${output}`);
  return output;
}

/** What breaks the directions between floors, rooms and kinds in this project. */
export async function directions(): Promise<string[]> {
  return (await cruise(root))
    .split('\n')
    .filter((line) => /^\s*(error|warn) /.test(line))
    .map((line) => line.trim());
}

/** Rules that a planted violation does not trip: they would protect nothing. */
export async function toothlessRules(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-architecture-'));
  try {
    for (const [file, text] of Object.values(planted).flat()) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const { default: config } = (await import(join(root, '.dependency-cruiser.mjs'))) as { default: { forbidden: { name: string }[] } };
    const output = await cruise(folder);
    return config.forbidden
      .map((rule) => rule.name)
      .filter((name) => !output.includes(`error ${name}:`))
      .map((name) => `${name} lets its planted violation pass`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
