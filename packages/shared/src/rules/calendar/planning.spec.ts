import fc from 'fast-check';
import { addDays, daysBetween, endInstantOf, plannedEndOf, plannedStartOf, startInstantOf } from './planning.ts';

const zones = fc.constantFrom(
  'Europe/Paris',
  'America/Guadeloupe',
  'Indian/Reunion',
  'Pacific/Noumea',
  'America/Miquelon',
  'Pacific/Marquesas',
  'UTC',
);
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
const hour = fc.integer({ min: 4, max: 23 }).map((h) => `${String(h).padStart(2, '0')}:30`); // clocks change before four

test('"until 15 December" ends at midnight after it, by the clocks of the town', () => {
  expect(endInstantOf({ date: '2026-12-15', time: null }, 'Europe/Paris')).toBe('2026-12-15T23:00:00.000Z');
  expect(endInstantOf({ date: '2026-12-15', time: '18:00' }, 'Europe/Paris')).toBe('2026-12-15T17:00:00.000Z');
  expect(plannedEndOf('2026-12-15T23:00:00.000000Z', 'Europe/Paris')).toEqual({ date: '2026-12-15', time: null });
});

test('a phase of one day lasts that whole day, 23 or 25 hours when clocks change', () => {
  const hours = (date: string): number =>
    (Date.parse(endInstantOf({ date, time: null }, 'Europe/Paris')!) - Date.parse(startInstantOf({ date, time: null }, 'Europe/Paris')!)) /
    3_600_000;
  expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-06-01')]).toEqual([23, 25, 24]);
});

test('a time planned in any zone of France is shown again as it was planned', () =>
  fc.assert(
    fc.property(zones, day, fc.option(hour), (zone, date, time) => {
      expect(plannedStartOf(startInstantOf({ date, time }, zone)!, zone)).toEqual({ date, time });
      expect(plannedEndOf(endInstantOf({ date, time }, zone)!, zone)).toEqual({ date, time });
    }),
  ));

test('days are counted over months, years and changes of clocks', () =>
  fc.assert(
    fc.property(day, fc.integer({ min: -800, max: 800 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }),
  ));
