import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pack } from 'tar';
import { csvLine } from './formats.ts';
import type { DataTable } from './data-table.ts';
import { exportRows, type RowFault } from './export-rows.ts';

/** A file of the archive that is written here, such as the README. */
export interface ArchiveText {
  readonly path: string;
  readonly text: string;
}

export interface ArchiveWanted {
  /** The one folder that the archive opens into. */
  readonly root: string;
  readonly tables: readonly DataTable[];
  readonly texts: readonly ArchiveText[];
}

const maxFaults = 1_000;

/**
 * Everything as one .tar.gz: each table as CSV and JSON, read once; the texts; `errors.json` with the rows that were left out; and
 * `SHA256SUMS` over all of it. Streamed: the first table leaves while the next is read, by way of a folder that holds one copy (a
 * tar entry begins with its length) and goes when the answer ends or is broken off.
 */
export async function* archiveOf({ root, tables, texts }: ArchiveWanted): AsyncGenerator<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-archive-'));
  const pack = new Pack({ cwd: folder, prefix: root, gzip: true, portable: true });
  const left = new AbortController();
  const filling = fill(pack, folder, tables, texts, left.signal).catch((error: unknown) => pack.destroy(error));
  try {
    for await (const chunk of pack) yield chunk as Buffer;
  } finally {
    left.abort();
    await filling;
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(
  pack: Pack,
  folder: string,
  tables: readonly DataTable[],
  texts: readonly ArchiveText[],
  left: AbortSignal,
): Promise<void> {
  const sums: string[] = [];
  const add = (path: string, hash: string): void => {
    sums.push(`${hash}  ${path}\n`);
    pack.add(path);
  };
  await mkdir(join(folder, 'tables'));
  for (const { path, text } of texts) add(path, await writeText(folder, path, text));
  const faults: { table: string; rows: number; faults: RowFault[] }[] = [];
  for (const table of tables) {
    if (left.aborted) return;
    const [csv, json] = [`tables/${table.key}.csv`, `tables/${table.key}.json`];
    const written = await writeTable(folder, table, csv, json, left);
    add(csv, written.csv);
    add(json, written.json);
    faults.push({ table: table.key, rows: written.rows, faults: written.faults });
  }
  add('errors.json', await writeText(folder, 'errors.json', `${JSON.stringify(faults, null, 2)}\n`));
  await writeText(folder, 'SHA256SUMS', sums.join(''));
  pack.add('SHA256SUMS');
  pack.end();
}

async function writeText(folder: string, path: string, text: string): Promise<string> {
  const file = await HashedFile.open(folder, path);
  await file.write(text);
  return file.close();
}

/** Both forms of a table from one reading of it. */
async function writeTable(
  folder: string,
  table: DataTable,
  csvPath: string,
  jsonPath: string,
  left: AbortSignal,
): Promise<{ csv: string; json: string; rows: number; faults: RowFault[] }> {
  const [csv, json] = [await HashedFile.open(folder, csvPath), await HashedFile.open(folder, jsonPath)];
  const faults: RowFault[] = [];
  let rows = 0;
  const names = table.columns.map((column) => column.name);
  await csv.write(`\ufeff${csvLine(names)}`);
  for await (const step of exportRows(table)) {
    if (left.aborted) break;
    if ('fault' in step) {
      if (faults.length < maxFaults) faults.push(step.fault);
      continue;
    }
    await csv.write(csvLine(step.cells));
    await json.write(`${rows === 0 ? '[\n' : ',\n'}${JSON.stringify(Object.fromEntries(names.map((name, at) => [name, step.cells[at]])))}`);
    rows += 1;
  }
  await json.write(rows === 0 ? '[]\n' : '\n]\n');
  return { csv: await csv.close(), json: await json.close(), rows, faults };
}

const chunkLength = 65_536;

/** A file that is written in chunks, with the SHA-256 of what is in it. */
class HashedFile {
  private readonly hash = createHash('sha256');
  private waiting: string[] = [];
  private length = 0;

  private constructor(private readonly handle: Awaited<ReturnType<typeof open>>) {}

  static async open(folder: string, path: string): Promise<HashedFile> {
    return new HashedFile(await open(join(folder, path), 'wx'));
  }

  async write(text: string): Promise<void> {
    this.waiting.push(text);
    this.length += text.length;
    if (this.length >= chunkLength) await this.flush();
  }

  /** Gives the hash, in hex. */
  async close(): Promise<string> {
    await this.flush();
    await this.handle.close();
    return this.hash.digest('hex');
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.from(this.waiting.join(''));
    [this.waiting, this.length] = [[], 0];
    this.hash.update(bytes);
    await this.handle.writeFile(bytes);
  }
}
