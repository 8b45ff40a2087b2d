/** A territory as it is stored: closed rings of [longitude, latitude] in WGS 84 degrees, six decimals (about 10 cm). */
export interface Territory {
  type: 'MultiPolygon';
  coordinates: [number, number][][][];
}

/** Most points that a territory may have: some hundred communes of the official outlines. */
export const maxTerritoryPoints = 50_000;

/** Why a GeoJSON document is not a territory; each is a field error code. */
export type TerritoryFault = 'not-a-territory' | 'ring-not-closed' | 'out-of-bounds' | 'too-many-points';

class Refused extends Error {
  readonly fault: TerritoryFault;

  constructor(fault: TerritoryFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Reads a Polygon, MultiPolygon, Feature or FeatureCollection (RFC 7946) as one MultiPolygon. Properties, altitudes and repeated
 * neighbours are dropped; any other geometry, an open ring, fewer than four points or a point off the globe is refused. Whether
 * rings cross themselves is not looked at: they are drawn, and tested for points inside, by the even-odd rule.
 */
export function readTerritory(document: unknown): { readonly territory: Territory } | { readonly fault: TerritoryFault } {
  try {
    const budget = { points: maxTerritoryPoints };
    const coordinates = polygonsOf(document, budget, true);
    if (coordinates.length === 0) throw new Refused('not-a-territory');
    return { territory: { type: 'MultiPolygon', coordinates } };
  } catch (error) {
    if (error instanceof Refused) return { fault: error.fault };
    throw error;
  }
}

/** Whether a point lies in the territory, by the even-odd rule over all rings; a point on the border may fall on either side. */
export function isInside(territory: Territory, point: { readonly lon: number; readonly lat: number }): boolean {
  let inside = false;
  for (const ring of territory.coordinates.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [x1, y1] = ring[i]!,
        [x2, y2] = ring[j]!;
      if (y1 > point.lat !== y2 > point.lat && point.lon < ((x2 - x1) * (point.lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

type Budget = { points: number };

function polygonsOf(node: unknown, budget: Budget, mayCollect: boolean): [number, number][][][] {
  const { type, coordinates, geometry, features } = recordOf(node);
  if (type === 'Polygon') return [ringsOf(coordinates, budget)];
  if (type === 'MultiPolygon') return listOf(coordinates).map((polygon) => ringsOf(polygon, budget));
  if (type === 'Feature') return polygonsOf(geometry, budget, false);
  if (type === 'FeatureCollection' && mayCollect) return listOf(features).flatMap((feature) => polygonsOf(feature, budget, false));
  throw new Refused('not-a-territory');
}

function ringsOf(polygon: unknown, budget: Budget): [number, number][][] {
  const rings = listOf(polygon).map((ring) => ringOf(listOf(ring), budget));
  if (rings.length === 0) throw new Refused('not-a-territory');
  return rings;
}

function ringOf(points: readonly unknown[], budget: Budget): [number, number][] {
  budget.points -= points.length;
  if (budget.points < 0) throw new Refused('too-many-points');
  const ring = points.map(pointOf).filter(([x, y], i, all) => i === 0 || x !== all[i - 1]![0] || y !== all[i - 1]![1]);
  const first = ring[0],
    last = ring.at(-1);
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) throw new Refused('ring-not-closed');
  if (ring.length < 4) throw new Refused('not-a-territory');
  return ring;
}

function pointOf(position: unknown): [number, number] {
  const [lon, lat] = listOf(position);
  if (typeof lon !== 'number' || typeof lat !== 'number') throw new Refused('not-a-territory');
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new Refused('out-of-bounds');
  return [sixDecimals(lon), sixDecimals(lat)];
}

/** A degree at the precision that is kept: about 10 cm on the ground. Never minus zero, which JSON would forget. */
export function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6 + 0;
}

function recordOf(node: unknown): { readonly [key: string]: unknown } {
  if (typeof node !== 'object' || node === null) throw new Refused('not-a-territory');
  return node as { readonly [key: string]: unknown };
}

function listOf(node: unknown): readonly unknown[] {
  if (!Array.isArray(node)) throw new Refused('not-a-territory');
  return node;
}
