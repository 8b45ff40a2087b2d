/** Points that stand too near to each other to be told apart on the screen, at the place of the first. */
export interface Cluster<P> {
  readonly x: number;
  readonly y: number;
  readonly members: readonly P[];
}

/**
 * Gathers points: each joins the first mark within `radius` pixels, or is a new mark. No two marks stand nearer than that. Linear, by a
 * grid of cells as wide as the radius; the same points in the same order always give the same picture.
 */
export function gather<P>(
  points: readonly P[],
  project: (point: P) => { readonly x: number; readonly y: number },
  radius: number,
): Cluster<P>[] {
  const cells = new Map<string, { x: number; y: number; members: P[] }[]>();
  const marks: { x: number; y: number; members: P[] }[] = [];
  for (const point of points) {
    const { x, y } = project(point);
    const [column, row] = [Math.floor(x / radius), Math.floor(y / radius)];
    const near = [-1, 0, 1]
      .flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${column + dx}:${row + dy}`) ?? []))
      .find((mark) => (mark.x - x) ** 2 + (mark.y - y) ** 2 < radius ** 2);
    if (near) {
      near.members.push(point);
      continue;
    }
    const mark = { x, y, members: [point] };
    marks.push(mark);
    cells.set(`${column}:${row}`, [...(cells.get(`${column}:${row}`) ?? []), mark]);
  }
  return marks;
}
