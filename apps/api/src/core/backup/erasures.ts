import { readFile, rename, writeFile } from 'node:fs/promises';
import type pg from 'pg';
import { Erasure } from './erasure.ts';
import { readErasures } from './erasures.queries.ts';

/** The erasures that a file names, one JSON object a line; none when the file is not there. */
export async function readErasureFile(file: string): Promise<Erasure[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => Erasure.parse(JSON.parse(line)));
}

const keyOf = (one: Erasure): string => `${one.municipality_id} ${one.subject} ${one.id}`;

/** Each of them once. */
export function distinctErasures(all: readonly Erasure[]): Erasure[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

/** Adds the database's erasures to a file; what the file names already stays, even when the database no longer knows it. */
export async function keepErasures(client: pg.ClientBase, file: string): Promise<number> {
  const all = distinctErasures([...(await readErasureFile(file)), ...(await readErasures(client))]);
  await writeFile(
    `${file}.partial`,
    all.map((one) => `${JSON.stringify({ municipality_id: one.municipality_id, subject: one.subject, id: one.id })}\n`).join(''),
    { mode: 0o600, flush: true },
  );
  await rename(`${file}.partial`, file);
  return all.length;
}
