import fc from 'fast-check';
import { linePath, niceCeiling } from './time-scale.ts';

test('the top of a scale is a round number that holds the largest value', () => {
  expect([0, 1, 3, 7, 12, 347, 1000, 1001].map(niceCeiling)).toEqual([2, 2, 4, 8, 20, 400, 1000, 2000]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (value) => {
      expect(niceCeiling(value)).toBeGreaterThanOrEqual(value);
      expect(niceCeiling(value)).toBeLessThanOrEqual(Math.max(2, value * 2.5));
    }),
  );
});

test('time runs to the right and more is higher', () => {
  const frame = { from: Date.parse('2026-10-01'), until: Date.parse('2026-10-11'), top: 10, width: 100, height: 50 };
  expect(
    linePath(
      [
        { date: '2026-10-01', value: 0 },
        { date: '2026-10-06', value: 5 },
        { date: '2026-10-11', value: 10 },
      ],
      frame,
    ),
  ).toBe('M0 50L50 25L100 0');
  expect(linePath([], frame)).toBe('');
});
