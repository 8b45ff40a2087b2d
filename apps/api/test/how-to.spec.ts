import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../src/platform/config/index.ts';
import { freshDatabaseUrl } from './support/database.ts';

/** One block of the guide: a whole file, or lines that change one. */
interface Block {
  readonly language: string;
  readonly file: string;
  readonly text: string;
}

function blocksOf(guide: string): Block[] {
  return [...guide.matchAll(/^```(\w+) (\S+)\n(.*?)^```$/gms)].map(([, language, file, text]) => ({
    language: language!,
    file: file!,
    text: text!,
  }));
}

/** The file with a block's `-` lines replaced by its `+` lines, at the one place where its other lines stand. */
function changed(file: string, before: string, diff: string): string {
  const lines = diff.trimEnd().split('\n');
  const side = (sign: string): string =>
    `${lines
      .filter((line) => line.startsWith(' ') || line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n')}\n`;
  const parts = before.split(side('-'));
  if (parts.length !== 2) throw new Error(`The guide changes ${file} at lines that stand there ${parts.length - 1} times:\n${diff}`);
  return parts.join(side('+'));
}

/** A copy of the project's sources that shares its packages; @parvis/… are the copy's own. */
function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-how-to-'));
  for (const one of ['apps', 'packages', 'migrations', 'tools', 'package.json', 'tsconfig.base.json', 'jest.config.mjs']) {
    cpSync(join(projectRoot, one), join(folder, one), {
      recursive: true,
      filter: (path) => !/\/(?:node_modules|dist|e2e)(?:\/|$)/.test(path.slice(projectRoot.length)),
    });
  }
  mkdirSync(join(folder, 'node_modules/@parvis'), { recursive: true });
  for (const name of readdirSync(join(projectRoot, 'node_modules')))
    if (name !== '@parvis') symlinkSync(join(projectRoot, 'node_modules', name), join(folder, 'node_modules', name));
  symlinkSync(join(folder, 'packages/shared'), join(folder, 'node_modules/@parvis/shared'));
  return folder;
}

/** Runs a program in the copy. @returns what it wrote, when it fails; '' otherwise */
async function failureOf(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const code = await new Promise<number | null>((done) => {
    child.on('close', done);
  });
  return code === 0 ? '' : `${args.join(' ')} ended with ${code}:\n${output.slice(-4_000)}`;
}

/** A database with the copy's own migrations, to be cloned by its tests. */
async function migratedTemplate(folder: string): Promise<{ readonly name: string; readonly failure: string }> {
  const url = await freshDatabaseUrl();
  const script = `const { makeDataSource } = await import('${folder}/apps/api/src/platform/database/data-source.ts'); const { migrate } = await import('${folder}/apps/api/src/platform/database/migrate.ts');
    const source = await makeDataSource({ url: '${url}', applicationName: 'how-to' }).initialize(); await migrate(source, '${url}'); await source.destroy();`;
  return { name: new URL(url).pathname.slice(1), failure: await failureOf(folder, ['--input-type=module', '--eval', script]) };
}

test('a newcomer who types the guide’s petition has one that compiles, is signed once, counted and exported', async () => {
  const folder = copyOfProject();
  try {
    const blocks = blocksOf(readFileSync(join(projectRoot, 'docs/how-to-add-an-activity.md'), 'utf8'));
    expect(blocks.filter((one) => one.language === 'diff')).toHaveLength(8); // four lines, each with its import
    for (const { language, file, text } of blocks) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, language === 'diff' ? changed(file, readFileSync(path, 'utf8'), text) : text);
    }
    const types = ['apps/api', 'apps/web'].map((app) =>
      failureOf(folder, [join(projectRoot, 'node_modules/.bin/tsc'), '-p', `${app}/tsconfig.json`, '--noEmit']),
    );
    const { name, failure } = await migratedTemplate(folder);
    expect([...(await Promise.all(types)), failure]).toEqual(['', '', '']);
    const jest = [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(projectRoot, 'node_modules/jest/bin/jest.js'),
      '--selectProjects',
      'rules',
      'api',
      '--runInBand',
      'petition',
      'activities/kinds',
    ];
    expect(await failureOf(folder, jest, { PARVIS_TEST_TEMPLATE: name })).toBe('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);
