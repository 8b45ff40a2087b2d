import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(from: string): string {
  const file = join(from, 'package.json');
  if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'parvis') return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('The project folder (package.json named "parvis") was not found above the code.');
  return findRoot(parent);
}

/** The project's folder, found from this file upwards: the same from source (tests) and from dist (production). */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));
