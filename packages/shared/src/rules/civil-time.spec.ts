import fc from 'fast-check';
import { civilOf, endOfDay, instantOf, lastDayOf } from './civil-time.ts';

const zones = fc.constantFrom(
  'Europe/Paris',
  'America/Martinique',
  'Indian/Reunion',
  'Pacific/Noumea',
  'America/Miquelon',
  'Pacific/Tahiti',
  'UTC',
  'Asia/Kathmandu',
);
const minutes = fc
  .date({ min: new Date('1972-01-01T00:00:00Z'), max: new Date('2037-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString());
const hourMs = 3_600_000;

test('summer and winter time are those of the town, wherever the server stands', () => {
  expect(instantOf('2026-07-14T10:00', 'Europe/Paris')).toBe('2026-07-14T08:00:00.000Z');
  expect(instantOf('2026-12-15', 'Europe/Paris')).toBe('2026-12-14T23:00:00.000Z');
  expect(civilOf('2026-12-15T08:12:59.123456+00:00', 'Europe/Paris')).toBe('2026-12-15T09:12');
  expect(civilOf('2026-12-15T08:12:00Z', 'Indian/Reunion')).toBe('2026-12-15T12:12');
});

test('the hour that comes twice is the first one, and the hour that never comes is moved past the jump', () => {
  expect(instantOf('2026-10-25T02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
  expect(instantOf('2026-03-29T02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
  expect(civilOf('2026-03-29T01:30:00.000Z', 'Europe/Paris')).toBe('2026-03-29T03:30');
});

test('“until 15 December” ends at midnight after it, and shows the 15th again', () => {
  expect(endOfDay('2026-12-15', 'Europe/Paris')).toBe('2026-12-15T23:00:00.000Z');
  expect(lastDayOf('2026-12-15T23:00:00.000Z', 'Europe/Paris')).toBe('2026-12-15');
  expect(lastDayOf('2026-12-15T23:00:00.001Z', 'Europe/Paris')).toBe('2026-12-16');
});

test('what is no time is refused', () => {
  for (const wrong of ['', 'demain', '2026-13-01T10:00', '2026-02-30', '2026-01-01T24:00', '15/12/2026'])
    expect(instantOf(wrong, 'Europe/Paris')).toBeNull();
  expect(endOfDay('2026-12', 'Europe/Paris')).toBeNull();
  expect(civilOf('hier', 'Europe/Paris')).toBe('');
});

test('a time typed, kept and shown again is the same, but for the hour that never comes', () =>
  fc.assert(
    fc.property(minutes, zones, (moment, zone) => {
      const shown = civilOf(moment, zone);
      expect(civilOf(instantOf(shown, zone)!, zone)).toBe(shown);
    }),
  ));

test('a moment shown and typed again is the same, or the first of the hour that comes twice', () =>
  fc.assert(
    fc.property(minutes, zones, (moment, zone) => {
      const again = Date.parse(instantOf(civilOf(moment, zone), zone)!);
      expect([0, hourMs]).toContain(Date.parse(moment) - again);
    }),
  ));

test('the last day of a phase that ends with a day is that day', () =>
  fc.assert(
    fc.property(minutes, zones, (moment, zone) => {
      const day = moment.slice(0, 10);
      expect(lastDayOf(endOfDay(day, zone)!, zone)).toBe(day);
    }),
  ));
