import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { directions, toothlessRules } from './architecture.ts';
import { run } from './build.ts';
import { docstrings, untoldOverlooked } from './docstrings.ts';
import { overlooked, unused } from './unused.ts';

const root = join(import.meta.dirname, '..');

type Check = readonly [name: string, look: () => Promise<readonly string[]>];

/** A program whose failure is the finding. */
function program(name: string, bin: string, args: readonly string[]): Check {
  return [
    name,
    async () => {
      try {
        await run(bin, args);
        return [];
      } catch (error) {
        return [(error as Error).message];
      }
    },
  ];
}

function files(pattern: string): string[] {
  return globSync(pattern, { cwd: root })
    .filter((file) => !file.includes('node_modules'))
    .sort();
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function keysOf(tree: unknown, path = ''): string[] {
  if (typeof tree !== 'object' || tree === null) return tree === '' ? [`${path} (empty)`] : [path];
  return Object.entries(tree).flatMap(([key, value]) => keysOf(value, path ? `${path}.${key}` : key));
}

const pluralForms = /\.(zero|one|two|few|many|other)$/;

async function messages(): Promise<string[]> {
  return files('apps/*/src/**/messages/fr.json').flatMap((file) => {
    const twin = file.replace(/fr\.json$/, 'en.json');
    const set = (name: string): Set<string> => new Set(keysOf(JSON.parse(textOf(name))).map((key) => key.replace(pluralForms, '')));
    const [french, english] = [set(file), set(twin)];
    const spaces = [...textOf(file).matchAll(/[^\s\d] [:;?!](?=[ "])/g)].map((found) => `${file}: "${found[0]}" needs a no-break space`);
    return [
      ...[...french].filter((key) => !english.has(key)).map((key) => `${twin}: ${key} is missing`),
      ...[...english].filter((key) => !french.has(key)).map((key) => `${file}: ${key} is missing`),
      ...spaces,
    ];
  });
}

async function shape(): Promise<string[]> {
  return files('{apps,packages,migrations,tools}/**/*.{ts,tsx}').flatMap((file) => {
    const text = textOf(file);
    const found: string[] = [];
    if (text.split('\n').length > 301 && !/^\/[/*]/.test(text))
      found.push(`${file}: over 300 lines; split it by noun, or say why in its first line`);
    if (/(:|<|\bas) any\b/.test(text)) found.push(`${file}: "any"; name the type, or use unknown`);
    if (/\.tsx$/.test(file) && /\sstyle=/.test(text))
      found.push(`${file}: a style attribute, which the CSP blocks; use a class, or SVG attributes`);
    const isRoom = /^apps\/api\/src\/(core|activities)\//.test(file) && !/\.(queries|spec)\.ts$/.test(file);
    if (isRoom && /`\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s/.test(text))
      found.push(`${file}: SQL; move it to the room's .queries.ts`);
    return found;
  });
}

/** What a page of the documentation points to is there: files that it links to, commands that it tells to run. */
async function documents(): Promise<string[]> {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> };
  return files('{*,docs/**/*}.md').flatMap((file) => {
    const text = textOf(file);
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map((found) => found[1]!)
      .filter((path) => !existsSync(join(root, dirname(file), path)));
    const commands = [...text.matchAll(/npm run ([a-z][\w:-]*)/g)]
      .map((found) => found[1]!)
      .filter((name) => !Object.hasOwn(scripts, name));
    return [
      ...links.map((path) => `${file}: the link to ${path} leads nowhere`),
      ...commands.map((name) => `${file}: there is no "npm run ${name}"`),
    ];
  });
}

const checks: readonly Check[] = [
  program('types of the API, migrations and tools', 'tsc', ['-p', 'apps/api/tsconfig.json', '--noEmit']),
  program('types of the site', 'tsc', ['-p', 'apps/web/tsconfig.json']),
  program('types of the browser journeys', 'tsc', ['-p', 'apps/web/e2e/tsconfig.json']),
  program('types of packages/shared', 'tsc', ['-p', 'packages/shared/tsconfig.json']),
  program('lint', 'oxlint', ['--type-aware', '--quiet', 'apps', 'packages', 'migrations', 'tools']),
  program('one layout of the code', 'prettier', ['--check', '--log-level', 'warn', '.']),
  ['directions between floors and rooms', directions],
  ['each of these directions bites', toothlessRules],
  ['unused files, exports and dependencies', unused],
  ['what is planted as unused is found', overlooked],
  ['messages in both languages', messages],
  ['shape of the files', shape],
  ['a docstring on every exported function and class', docstrings],
  ['what is planted without a docstring is found', untoldOverlooked],
  ['links and commands of the documentation', documents],
];

/** Runs every static check and prints what it finds. Each check counts as one test. */
export async function check(): Promise<{ passed: number; failed: number; skipped: number }> {
  const results = await Promise.all(checks.map(async ([name, look]) => ({ name, found: await look() })));
  for (const { name, found } of results)
    if (found.length > 0) process.stdout.write(`✗ ${name}\n${found.map((line) => `    ${line}`).join('\n')}\n`);
  const failed = results.filter((one) => one.found.length > 0).length;
  return { passed: results.length - failed, failed, skipped: 0 };
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed } = await check();
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}
