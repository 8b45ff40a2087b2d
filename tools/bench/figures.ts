/** One figure as docs/benchmarks.json keeps it. `ratio` is value over reference, `goal` in words, `met` null where nothing is asked. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference: number | null;
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean | null;
}

/** The middle one; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
}

/** A figure held against another measured in the same run: `least` (or `most`) is the ratio that is asked. */
export function against(
  name: string,
  value: number,
  unit: string,
  reference: number,
  asked: { readonly least?: number; readonly most?: number },
): Figure {
  const ratio = value / reference;
  const met = (asked.least === undefined || ratio >= asked.least) && (asked.most === undefined || ratio <= asked.most);
  return {
    name,
    value: round(value),
    unit,
    reference: round(reference),
    ratio: round(ratio),
    goal: asked.least !== undefined ? `≥ ${asked.least}` : `≤ ${asked.most}`,
    met,
  };
}

/** A figure with a limit of its own. */
export function under(name: string, value: number, unit: string, limit: number): Figure {
  return { name, value: round(value), unit, reference: null, ratio: null, goal: `< ${limit} ${unit}`, met: value < limit };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

/** The table of docs/benchmarks.md. */
export function tableOf(figures: readonly Figure[]): string {
  const cell = (value: unknown): string => (value === null ? '' : String(value));
  return [
    '| figure | value | unit | reference | ratio | goal | met |',
    '|---|---:|---|---:|---:|---|---|',
    ...figures.map(
      (one) =>
        `| ${one.name} | ${one.value} | ${one.unit} | ${cell(one.reference)} | ${cell(one.ratio)} | ${one.goal} | ${one.met === null ? '' : one.met ? 'yes' : '**no**'} |`,
    ),
  ].join('\n');
}
