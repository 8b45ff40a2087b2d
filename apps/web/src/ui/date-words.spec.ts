import fc from 'fast-check';
import { dateWords, type DateForm } from './date-words.ts';

const zone = 'Europe/Paris';
const nowMs = Date.parse('2026-11-24T09:30:00Z');
const words = (value: string, form: DateForm, language: 'fr' | 'en' = 'fr', isEnd = false): string =>
  dateWords(value, { form, zone, language, nowMs, isEnd }).replaceAll('\u00a0', '_');

test('French dates are written as they are printed', () => {
  expect(words('2026-10-15T07:12:00.123456Z', 'time')).toBe('15_octobre 2026_à 9_h_12');
  expect(words('2026-12-01', 'long')).toBe('1er_décembre 2026');
  expect(words('2026-12-15', 'weekday')).toBe('mardi 15_décembre 2026');
  expect(words('2026-12-15', 'day')).toBe('15_décembre');
  expect(words('2027-01-15', 'day')).toBe('15_janvier 2027');
  expect(words('2026-10-15', 'short')).toBe('15_oct. 2026');
  expect(words('2026-10-15T08:00:00Z', 'hour')).toBe('10_h');
});

test('English dates are British', () => {
  expect(words('2026-10-15T07:12:00Z', 'time', 'en')).toBe('15_October 2026 at 9:12_a.m.');
  expect(words('2026-10-15T22:00:00Z', 'hour', 'en')).toBe('12_a.m.');
});

test('a phase that ends at midnight is said to last until the day before', () => {
  expect(words('2026-12-15T23:00:00Z', 'long', 'fr', true)).toBe('15_décembre 2026');
});

test('near moments are told as a distance, by the calendar of the town', () => {
  expect(words('2026-11-24T09:30:20Z', 'relative')).toBe('à l’instant');
  expect(words('2026-11-24T09:29:40Z', 'relative', 'en')).toBe('just now');
  expect(words('2026-11-24T07:20:00Z', 'relative')).toBe('il y a 2_heures');
  expect(words('2026-11-23T22:30:00Z', 'relative')).toBe('hier');
  expect(words('2026-11-25', 'relative')).toBe('demain');
  expect(words('2026-11-20T09:00:00Z', 'relative')).toBe('il y a 4_jours');
  expect(words('2026-10-20T09:00:00Z', 'relative')).toBe('20_octobre');
});

test('what is no date is shown as it is', () => {
  expect(words('bientôt', 'long')).toBe('bientôt');
});

test('every moment has words, without a plain space before “h” or after the day', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.constantFrom<DateForm>('long', 'short', 'day', 'weekday', 'time', 'hour', 'relative'),
      fc.constantFrom<'fr' | 'en'>('fr', 'en'),
      (date, form, language) => {
        const said = dateWords(date.toISOString(), { form, zone, language, nowMs });
        expect(said).not.toMatch(/\d h\b|NaN|Invalid|undefined/);
      },
    ),
  ));
