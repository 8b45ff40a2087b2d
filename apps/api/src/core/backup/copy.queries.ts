import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { TableShape } from './catalogue.queries.ts';

/** Writes a table to a file in COPY's text format. @returns its rows and the file's SHA-256 in hex */
export async function copyOut(
  client: pg.ClientBase,
  { name, columns }: TableShape,
  file: string,
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  const out = client.query(copyTo(`COPY (SELECT ${columns.join(', ')} FROM ${name}) TO STDOUT`));
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(out, measure, createWriteStream(file, { mode: 0o600 }));
  return { rows: out.rowCount ?? 0, sha256: hash.digest('hex') };
}

/** Reads such a file into a table. @returns its rows */
export async function copyIn(client: pg.ClientBase, { name, columns }: TableShape, file: string): Promise<number> {
  const into = client.query(copyFrom(`COPY ${name} (${columns.join(', ')}) FROM STDIN`));
  await pipeline(createReadStream(file), into);
  return into.rowCount ?? 0;
}
