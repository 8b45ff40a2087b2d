/** A day (or moment, ISO 8601) and how many. */
export interface TimePoint {
  readonly date: string;
  readonly value: number;
}

/** The next round number at or above `value` whose half is whole: 2, 3, 4, 5, 6, 8 or 10 times a power of ten (even below ten); at least 2. */
export function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= value && step % 2 === 0) ?? 10 * power;
}

/** Where points lie in a frame of `width` by `height`, time to the right, values upwards from zero, as an SVG path. Steps keep a value until the next. */
export function linePath(
  points: readonly TimePoint[],
  frame: { readonly from: number; readonly until: number; readonly top: number; readonly width: number; readonly height: number },
): string {
  const span = Math.max(1, frame.until - frame.from);
  return points
    .map((point, at) => {
      const x = round(((Date.parse(point.date) - frame.from) / span) * frame.width);
      const y = round(frame.height - (Math.min(point.value, frame.top) / frame.top) * frame.height);
      return `${at === 0 ? 'M' : 'L'}${x} ${y}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
