import fc from 'fast-check';
import { addDays, civilEndOf, civilOf, daysBetween, endInstantOf, instantOf } from './civil-time.ts';

const paris = 'Europe/Paris';
const zones = fc.constantFrom('Europe/Paris', 'America/Guadeloupe', 'Indian/Reunion', 'Pacific/Noumea', 'America/Miquelon', 'Pacific/Marquesas', 'UTC');
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
const hour = fc.integer({ min: 4, max: 23 }).map((h) => `${String(h).padStart(2, '0')}:30`); // clocks change before four

test('"until 15 December" ends at midnight after it, by the clocks of the town', () => {
  expect(endInstantOf({ date: '2026-12-15', time: null }, paris)).toBe('2026-12-15T23:00:00.000Z');
  expect(endInstantOf({ date: '2026-07-14', time: null }, paris)).toBe('2026-07-14T22:00:00.000Z');
  expect(endInstantOf({ date: '2026-12-15', time: '18:00' }, paris)).toBe('2026-12-15T17:00:00.000Z');
  expect(civilEndOf('2026-12-15T23:00:00.000000Z', paris)).toEqual({ date: '2026-12-15', time: null });
});

test('the day when clocks go forward has 23 hours, the day when they go back 25', () => {
  const hours = (date: string): number => (Date.parse(endInstantOf({ date, time: null }, paris)) - Date.parse(instantOf({ date, time: null }, paris))) / 3_600_000;
  expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-06-01')]).toEqual([23, 25, 24]);
});

test('an hour that does not exist is read as if the clocks had not jumped; of one that comes twice, the first', () => {
  expect(civilOf(instantOf({ date: '2026-03-29', time: '02:30' }, paris), paris)).toEqual({ date: '2026-03-29', time: '03:30' });
  expect(instantOf({ date: '2026-10-25', time: '02:30' }, paris)).toBe('2026-10-25T00:30:00.000Z');
});

test('a time entered in any zone of France is shown again as it was entered', () => fc.assert(fc.property(zones, day, fc.option(hour), (zone, date, time) => {
  expect(civilOf(instantOf({ date, time }, zone), zone)).toEqual({ date, time });
  expect(civilEndOf(endInstantOf({ date, time }, zone), zone)).toEqual({ date, time });
})));

test('days are counted over months, years and changes of clocks', () => fc.assert(fc.property(day, fc.integer({ min: -800, max: 800 }), (date, days) => {
  expect(daysBetween(date, addDays(date, days))).toBe(days);
})));
