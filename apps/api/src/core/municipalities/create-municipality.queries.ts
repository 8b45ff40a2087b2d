import type { Language } from '@parvis/shared/rules/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { makeTownParticipant } from '../participants/index.ts';

/** What a town is made of; `host` null puts it under `/t/<slug>` of the installation's origin. */
export interface NewMunicipality {
  readonly slug: string;
  readonly name: string;
  readonly tagline: string;
  readonly host: string | null;
  readonly origin: string;
  readonly inseeCode: string | null;
  readonly population: number | null;
  readonly postalCodes: readonly string[];
  readonly languages: readonly Language[];
  readonly timeZone: string;
  readonly accent: string;
}

/** Makes a town with its participant, in whose name it adds contributions; gives its id. A slug or host that is taken breaks its constraint. */
export async function insertMunicipality(tx: Tx, m: NewMunicipality): Promise<string> {
  const id = newId();
  await tx.run(
    `
    INSERT INTO municipalities (id, slug, name, tagline, host, origin, insee_code, population, postal_codes, languages, time_zone, accent)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, m.slug, m.name, m.tagline, m.host, m.origin, m.inseeCode, m.population, m.postalCodes, m.languages, m.timeZone, m.accent],
  );
  await makeTownParticipant(tx, { id, name: m.name });
  return id;
}

/** Changes what a town was made of, while it has no administrator. */
export async function updateMunicipality(tx: Tx, id: string, m: NewMunicipality): Promise<void> {
  await tx.run(
    `
    UPDATE municipalities SET slug = $2, name = $3, tagline = $4, host = $5, origin = $6, insee_code = $7, population = $8, postal_codes = $9, languages = $10, time_zone = $11, accent = $12
    WHERE id = $1`,
    [id, m.slug, m.name, m.tagline, m.host, m.origin, m.inseeCode, m.population, m.postalCodes, m.languages, m.timeZone, m.accent],
  );
  await tx.run(`UPDATE participants SET display_name = $2 WHERE municipality_id = $1 AND source = 'town'`, [id, m.name]);
}
