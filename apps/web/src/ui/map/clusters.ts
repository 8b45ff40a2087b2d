/** Points that stand too near to each other to be told apart on the screen. */
export interface Cluster<P> {
  readonly x: number;
  readonly y: number;
  readonly members: readonly P[];
}

/**
 * Gathers points by a grid of `cell` pixels; a cluster stands at the mean of its members. Linear; the order of clusters follows the
 * first of their members, so that the same points always give the same picture.
 */
export function gather<P>(points: readonly P[], project: (point: P) => { readonly x: number; readonly y: number }, cell: number): Cluster<P>[] {
  const cells = new Map<string, { sumX: number; sumY: number; members: P[] }>();
  for (const point of points) {
    const { x, y } = project(point);
    const key = `${Math.floor(x / cell)}:${Math.floor(y / cell)}`;
    const held = cells.get(key) ?? { sumX: 0, sumY: 0, members: [] };
    cells.set(key, { sumX: held.sumX + x, sumY: held.sumY + y, members: held.members });
    held.members.push(point);
  }
  return [...cells.values()].map(({ sumX, sumY, members }) => ({ x: sumX / members.length, y: sumY / members.length, members }));
}
