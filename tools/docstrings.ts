import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

const declaration =
  /^export (?:default )?(?:abstract )?(?:async )?(?:function\*?|class) (\w+)|^export const (\w+)(?:: [^=]+)? = (?:async )?(?:<|\(|\w+ =>)/;

/** The line on which a declaration really begins: with its first decorator, however long. The one layout of the code is relied on. */
function beginningOf(lines: readonly string[], at: number): number {
  let first = at;
  while (/^[@)\]}]/.test(lines[first - 1] ?? '')) {
    let begin = first - 1;
    while (begin > 0 && lines[begin] !== '' && !lines[begin]!.startsWith('@')) begin -= 1;
    if (!lines[begin]!.startsWith('@')) return first;
    first = begin;
  }
  return first;
}

function isTold(lines: readonly string[], at: number): boolean {
  let line = beginningOf(lines, at) - 1;
  if (!lines[line]?.endsWith('*/')) return false;
  while (line > 0 && !lines[line]!.includes('/*')) line -= 1;
  return lines[line]!.startsWith('/**');
}

/** `line: name` of what a text exports without a docstring; the first of several overloads tells for all. */
function untold(text: string): string[] {
  const lines = text.split('\n');
  const seen = new Set<string>();
  return lines.flatMap((line, at) => {
    const [, name, constant] = declaration.exec(line) ?? [];
    const found = name ?? constant;
    if (found === undefined || seen.has(found)) return [];
    const statement = lines
      .slice(at, at + 15)
      .join('\n')
      .split(/;\n/)[0]!;
    if (constant !== undefined && !statement.includes('=>')) return [];
    seen.add(found);
    return isTold(lines, at) ? [] : [`${at + 1}: ${found}`];
  });
}

/** Exported functions, hooks, components and classes without a docstring. Specs and their support are left out: their names are sentences. */
export async function docstrings(): Promise<string[]> {
  return globSync('{apps,packages,tools}/**/*.{ts,tsx}', { cwd: root, exclude: ['**/node_modules', '**/dist'] })
    .filter((file) => !/\.spec\.tsx?$|\/(e2e|test)\//.test(file))
    .sort()
    .flatMap((file) => untold(readFileSync(join(root, file), 'utf8')).map((found) => `${file}:${found}`))
    .map((found) => `${found} has no docstring; say what its signature cannot`);
}

/** Half of these are told and half are not: the names say which. */
const planted = [
  '/** Units. */',
  'export function toldFunction(): void {}',
  'export async function untoldFunction(): Promise<void> {}',
  '',
  '/** Order. */',
  '@Global()',
  '@Module({',
  '  exports: [Room],',
  '})',
  'export class ToldModule {}',
  '',
  '// no docstring',
  '@Module({',
  '  exports: [Room],',
  '})',
  'export class UntoldModule {}',
  '',
  '/** Null. */',
  'export const toldArrow = (a: string) => a;',
  'export const untoldArrow = async <T>(',
  '  a: T,',
  '): Promise<T> => a;',
  'export const notAFunction = (1 + 2) * 3;',
].join('\n');

/** What is planted without a docstring and not found, or found although it has one: the check above would protect nothing. */
export async function untoldOverlooked(): Promise<string[]> {
  const found = untold(planted).map((line) => line.split(': ')[1]!);
  const meant = ['untoldFunction', 'UntoldModule', 'untoldArrow'];
  return [
    ...meant.filter((name) => !found.includes(name)).map((name) => `${name} is planted without a docstring and not found`),
    ...found.filter((name) => !meant.includes(name)).map((name) => `${name} needs no docstring and is found`),
  ];
}
