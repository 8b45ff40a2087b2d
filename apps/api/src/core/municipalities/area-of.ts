import { areaAt } from '@parvis/shared/rules/areas.ts';
import type { Sql } from '../../platform/database/index.ts';
import { readTerritoryRow } from './territory.queries.ts';

/** The id of the town's quarter in which a point lies, for a contribution with a place; null outside of all, or where there are none. */
export async function areaOf(
  db: Sql,
  municipalityId: string,
  point: { readonly lon: number; readonly lat: number } | null,
): Promise<string | null> {
  return point && areaAt((await readTerritoryRow(db, municipalityId)).areas, point);
}
