import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

const workspace = (name: string): string =>
  JSON.stringify({ name, version: '1.0.0', type: 'module', dependencies: { 'planted-dependency': '1.0.0' } });

/** A small project of our shape in which something of each sort is unused; what each file plants has `planted` in its name. */
const planted: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'planted',
    private: true,
    type: 'module',
    workspaces: ['apps/api', 'apps/web', 'packages/shared'],
  }),
  'tools/start.ts': "import './step.ts';",
  'tools/step.ts': 'export const plantedInTools = 1;',
  'apps/api/package.json': workspace('@planted/api'),
  'apps/api/src/main.ts': "import { used } from './room.ts'; process.exitCode = used;",
  'apps/api/src/room.ts': 'export const used = 1; export const plantedInApi = 2; export interface PlantedType { readonly a: 1 }',
  'apps/api/src/planted-file.ts': 'export const nobody = 1;',
  'apps/web/package.json': workspace('@planted/web'),
  'apps/web/src/app/entry-server.tsx': "import { used } from './page.tsx'; process.exitCode = used;",
  'apps/web/src/app/page.tsx': 'export const used = 1; export const plantedInWeb = 2;',
  'packages/shared/package.json': workspace('@planted/shared'),
  'packages/shared/src/rule.spec.ts': "import { used } from './rule.ts'; process.exitCode = used;",
  'packages/shared/src/rule.ts': 'export const used = 1; export const plantedInShared = 2;',
};
const findings = [
  'plantedInTools',
  'plantedInApi',
  'PlantedType',
  'planted-file.ts',
  'plantedInWeb',
  'plantedInShared',
  ...['apps/api', 'apps/web', 'packages/shared'].map((folder) => `planted-dependency ${folder}/package.json`),
];

/** What knip says of a project, one finding a line with single spaces. */
async function knip(folder: string): Promise<string[]> {
  const child = spawn(process.execPath, [join(root, 'node_modules/knip/bin/knip.js'), '--no-progress', '--no-config-hints'], {
    cwd: folder,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const code = await new Promise<number | null>((done) => {
    child.on('close', done);
  });
  const lines = output
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  return code === 0 || lines.length > 0 ? lines : [`knip ended with ${code} and said nothing`];
}

/** Files, exports and dependencies that nothing of the product or of its tests reaches (knip.jsonc). */
export async function unused(): Promise<string[]> {
  return knip(root);
}

/** What is planted as unused and not found: the check above would protect nothing. */
export async function overlooked(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-unused-'));
  try {
    for (const [file, text] of Object.entries(planted)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    copyFileSync(join(root, 'knip.jsonc'), join(folder, 'knip.jsonc'));
    const found = (await knip(folder)).join('\n');
    return findings.filter((one) => !found.includes(one)).map((one) => `${one} is unused and not found:\n${found}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
