import fc from 'fast-check';
import { daysBetween, weeksShown, withoutHoles } from './timeline.ts';

const day = (offset: number): string => new Date(Date.UTC(2026, 2, 20) + offset * 86_400_000).toISOString().slice(0, 10);

test('a day without anybody is told as zero, across the change to summer time', () => {
  expect(
    withoutHoles(
      [
        { since: '2026-03-28', people: 3 },
        { since: '2026-03-31', people: 1 },
      ],
      'day',
      { people: 0 },
    ),
  ).toEqual([
    { since: '2026-03-28', people: 3 },
    { since: '2026-03-29', people: 0 },
    { since: '2026-03-30', people: 0 },
    { since: '2026-03-31', people: 1 },
  ]);
  expect(daysBetween('2026-03-28', '2026-03-31')).toBe(4);
  expect(withoutHoles([], 'week', { people: 0 })).toEqual([]);
});

test('filling holes adds nobody and loses nobody, and days follow each other', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(200), { minLength: 1 }), (offsets) => {
      const rows = offsets.sort((a, b) => a - b).map((offset) => ({ since: day(offset), people: offset + 1 }));
      const filled = withoutHoles(rows, 'day', { people: 0 });
      expect(filled.filter((row) => row.people > 0)).toEqual(rows);
      expect(filled).toHaveLength(daysBetween(rows[0]!.since, rows.at(-1)!.since));
    }),
  ));

test('a history of ten years keeps its last five', () => {
  const rows = Array.from({ length: 520 }, (_, at) => ({ since: day(7 * at), people: 1 }));
  expect(withoutHoles(rows, 'week', { people: 0 })).toEqual(rows.slice(-weeksShown));
});
