import type { NamedArea } from '@parvis/shared/rules/areas.ts';
import type { Territory } from '@parvis/shared/rules/territory.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

/** Outline and quarters in their order, from the public views. */
export async function readTerritoryRow(
  publicDb: Sql,
  municipalityId: string,
): Promise<{ readonly territory: Territory | null; readonly areas: NamedArea[] }> {
  return (
    (await publicDb.one(
      `
    SELECT m.territory, coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'shape', a.shape) ORDER BY a.position)
      FROM visible_areas a WHERE a.municipality_id = m.municipality_id), '[]') AS areas
    FROM visible_municipalities m WHERE m.municipality_id = $1`,
      [municipalityId],
    )) ?? { territory: null, areas: [] }
  );
}

/** `territory` is GeoJSON that has been read and measured; null takes it away. */
export async function updateTerritory(db: Sql, municipalityId: string, territory: Territory | null): Promise<void> {
  await db.run('UPDATE municipalities SET territory = $2 WHERE id = $1', [municipalityId, territory && JSON.stringify(territory)]);
}

/** Replaces every quarter of the town. */
export async function replaceAreas(tx: Tx, municipalityId: string, areas: readonly NamedArea[]): Promise<void> {
  await tx.run('SELECT FROM municipalities WHERE id = $1 FOR NO KEY UPDATE', [municipalityId]);
  await tx.run('DELETE FROM areas WHERE municipality_id = $1', [municipalityId]);
  await tx.run(
    `
    INSERT INTO areas (municipality_id, id, name, position, shape)
    SELECT $1, a.id, a.name, a.position, a.shape::jsonb FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS a (id, name, shape, position)`,
    [municipalityId, areas.map((area) => area.id), areas.map((area) => area.name), areas.map((area) => JSON.stringify(area.shape))],
  );
}
