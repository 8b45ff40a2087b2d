import { slugOf } from './slug.ts';
import { isInside, maxTerritoryPoints, readTerritory, type Territory, type TerritoryFault } from './territory.ts';

/** A named part of the town. */
export interface NamedArea {
  readonly id: string;
  readonly name: string;
  readonly shape: Territory;
}

/** Most quarters that a town may have: filters list them all. */
export const maxAreas = 100;

/** Why a document is no list of quarters; each is a field error code. */
export type AreasFault = TerritoryFault | 'area-without-name' | 'too-many';

const nameProperties = ['name', 'nom', 'Nom', 'NOM', 'NAME', 'libelle', 'LIBELLE', 'quartier', 'nom_quartier', 'NOM_QUART'];

/**
 * Reads a GeoJSON FeatureCollection whose features are polygons with a name, under any of the property names that French open data
 * uses. Features of the same name are one quarter. Ids are made of the names, so that a corrected file keeps them.
 */
export function readAreas(document: unknown): { readonly areas: NamedArea[] } | { readonly fault: AreasFault } {
  const features = (document as { type?: unknown; features?: unknown } | null)?.features;
  if (!Array.isArray(features) || features.length === 0) return { fault: 'not-a-territory' };
  const byName = new Map<string, Territory>();
  let points = 0;
  for (const feature of features as { properties?: Record<string, unknown> | null }[]) {
    const name = nameOf(feature?.properties ?? {});
    if (name === '') return { fault: 'area-without-name' };
    const read = readTerritory(feature);
    if ('fault' in read) return read;
    points += read.territory.coordinates.flat(2).length;
    if (points > maxTerritoryPoints) return { fault: 'too-many-points' };
    const there = byName.get(name);
    byName.set(name, there ? { type: 'MultiPolygon', coordinates: [...there.coordinates, ...read.territory.coordinates] } : read.territory);
    if (byName.size > maxAreas) return { fault: 'too-many' };
  }
  const taken = new Set<string>();
  return { areas: [...byName].map(([name, shape]) => ({ id: freeId(slugOf(name, { fallback: 'quartier' }), taken), name, shape })) };
}

function nameOf(properties: Readonly<Record<string, unknown>>): string {
  const found = nameProperties.map((key) => properties[key]).find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string'
    ? found
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, 120)
        .toWellFormed()
    : '';
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}

/** The id of the quarter that a point lies in, the first in order where they overlap; null outside of all. */
export function areaAt(areas: readonly NamedArea[], point: { readonly lon: number; readonly lat: number }): string | null {
  return areas.find((area) => isInside(area.shape, point))?.id ?? null;
}
