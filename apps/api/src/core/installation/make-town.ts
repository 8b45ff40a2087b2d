import { communeOf } from '@parvis/shared/rules/commune-name.ts';
import type { Tx } from '../../platform/database/index.ts';
import { writeLegalTemplates } from '../legal/index.ts';
import { insertMunicipality, type NewMunicipality } from '../municipalities/index.ts';

/** Makes a town whole: its row, its participant, its legal pages from the templates. Gives its id. */
export async function makeTown(tx: Tx, town: NewMunicipality): Promise<string> {
  const id = await insertMunicipality(tx, town);
  await writeLegalTemplates(tx, id, town.languages, communeOf(town.name));
  return id;
}
