import type { Territory } from '@parvis/shared/rules/territory.ts';

/** A place on the ground, in WGS 84 degrees. */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** The corners of a part of the world. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The smallest box around places; null for none. */
export function boundsOf(places: Iterable<LonLat>): Bounds | null {
  let found: { west: number; south: number; east: number; north: number } | null = null;
  for (const { lon, lat } of places) {
    found ??= { west: lon, south: lat, east: lon, north: lat };
    found = {
      west: Math.min(found.west, lon),
      south: Math.min(found.south, lat),
      east: Math.max(found.east, lon),
      north: Math.max(found.north, lat),
    };
  }
  return found;
}

/** The smallest box around a territory. */
export function boundsOfTerritory(territory: Territory): Bounds | null {
  return boundsOf(territory.coordinates.flat(2).map(([lon, lat]) => ({ lon, lat })));
}

/** Height on a Mercator map, in degrees of the equator. */
function mercator(lat: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (Math.min(85, Math.max(-85, lat)) * Math.PI) / 360)) * 180) / Math.PI;
}

/** Puts places into a frame of `width` by `height` around `bounds`, with a margin, keeping shapes (Mercator). */
export function projection(
  bounds: Bounds,
  { width, height, margin }: { width: number; height: number; margin: number },
): (place: LonLat) => [x: number, y: number] {
  const [top, bottom] = [mercator(bounds.north), mercator(bounds.south)];
  const [spanX, spanY] = [Math.max(bounds.east - bounds.west, 0.002), Math.max(top - bottom, 0.002)];
  const scale = Math.min((width - 2 * margin) / spanX, (height - 2 * margin) / spanY);
  const [midX, midY] = [(bounds.west + bounds.east) / 2, (top + bottom) / 2];
  return ({ lon, lat }) => [round(width / 2 + (lon - midX) * scale), round(height / 2 - (mercator(lat) - midY) * scale)];
}

/** The outline as an SVG path; points that would stand on the pixel of the one before are left out. */
export function outlinePath(territory: Territory, project: (place: LonLat) => [number, number]): string {
  return territory.coordinates
    .flat()
    .map((ring) => {
      let [lastX, lastY] = [NaN, NaN];
      return (
        ring
          .flatMap(([lon, lat], at) => {
            const [x, y] = project({ lon, lat });
            if (at > 0 && at < ring.length - 1 && Math.abs(x - lastX) < 1 && Math.abs(y - lastY) < 1) return [];
            [lastX, lastY] = [x, y];
            return [`${at === 0 ? 'M' : 'L'}${x} ${y}`];
          })
          .join('') + 'Z'
      );
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
