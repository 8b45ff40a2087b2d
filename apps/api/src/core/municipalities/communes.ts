import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Commune } from '@parvis/shared/contracts/municipalities.ts';
import { plainWords } from '@parvis/shared/rules/plain-words.ts';

interface OfficialRow {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly population?: number;
  readonly codesPostaux?: readonly string[];
}

interface Listed extends Commune {
  /** The name as it is searched: plain words between single spaces, Saint and Sainte written out. */
  readonly plain: string;
}

const forgottenAfterMs = 600_000;
let list: Promise<readonly Listed[]> | null = null;
let forgetting: NodeJS.Timeout | undefined;

/** The official list (INSEE, by Etalab), read when somebody first asks and forgotten ten minutes after the last one did: it takes some 20 MB. */
function communes(): Promise<readonly Listed[]> {
  clearTimeout(forgetting);
  forgetting = setTimeout(() => {
    list = null;
  }, forgottenAfterMs).unref();
  list ??= readList();
  return list;
}

async function readList(): Promise<readonly Listed[]> {
  const folder = dirname(createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/package.json'));
  const read = async (name: string): Promise<OfficialRow[]> =>
    JSON.parse(await readFile(join(folder, 'data', `${name}.json`), 'utf8')) as OfficialRow[];
  const [rows, departments] = await Promise.all([read('communes'), read('departements')]);
  const departmentNames = new Map(departments.map((one) => [one.code, one.nom]));
  return rows
    .filter((row) => row.type === 'commune-actuelle')
    .map((row) => ({
      code: row.code,
      name: row.nom.replaceAll("'", '’'),
      department: departmentNames.get(row.departement ?? '') ?? '',
      population: row.population ?? 0,
      postalCodes: [...(row.codesPostaux ?? [])],
      plain: searchable(row.nom),
    }));
}

function searchable(name: string): string {
  return ` ${plainWords(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()}`
    .replace(/ st(e?)(?= )/g, ' saint$1')
    .trim();
}

/** Communes whose name or a word of it begins so, exact names first, then the largest; digits are a postal or INSEE code. */
export async function searchOfficialList(typed: string, limit = 10): Promise<Commune[]> {
  const wanted = searchable(typed);
  if (wanted === '') return [];
  const rankOf = /^\d/.test(wanted) ? byCode(wanted.toUpperCase().replaceAll(' ', '')) : byName(wanted);
  return (await communes())
    .map((commune) => ({ commune, rank: rankOf(commune) }))
    .filter((one) => one.rank < 9)
    .sort((a, b) => a.rank - b.rank || b.commune.population - a.commune.population || (a.commune.code < b.commune.code ? -1 : 1))
    .slice(0, limit)
    .map(({ commune: { plain: _plain, ...shown } }) => shown);
}

function byName(wanted: string) {
  return ({ plain }: Listed): number => (plain === wanted ? 0 : plain.startsWith(wanted) ? 1 : ` ${plain}`.includes(` ${wanted}`) ? 2 : 9);
}

function byCode(wanted: string) {
  return ({ code, postalCodes }: Listed): number => (code === wanted ? 0 : postalCodes.some((one) => one.startsWith(wanted)) ? 1 : 9);
}

/** The commune of an INSEE code, or null. */
export async function officialCommune(code: string): Promise<Commune | null> {
  const found = (await communes()).find((commune) => commune.code === code);
  if (!found) return null;
  const { plain: _plain, ...shown } = found;
  return shown;
}
