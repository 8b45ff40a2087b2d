import fc from 'fast-check';
import { readKeyset, writeKeyset } from './keyset.ts';

test('a token gives back what was written, and a mistyped or foreign one nothing', () =>
  fc.assert(
    fc.property(fc.uuid(), fc.integer(), fc.string(), (id, count, junk) => {
      const token = writeKeyset([count, id]);
      expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(readKeyset(token, ['number', 'string'])).toEqual([count, id]);
      expect(readKeyset(token, ['string', 'string'])).toBeNull();
      expect(readKeyset(`${junk}!`, ['string'])).toBeNull();
    }),
  ));

test('what the database could not read as a moment, a day, an identifier or an integer is no place in a list', () => {
  const id = '0192f0aa-0000-7000-8000-000000000001';
  expect(readKeyset(writeKeyset(['2026-11-24T04:53:00.123456Z', id]), ['instant', 'id'])).toEqual(['2026-11-24T04:53:00.123456Z', id]);
  expect(readKeyset(writeKeyset(['2026-11-24 04:53:00.1+00', id]), ['instant', 'id'])).not.toBeNull();
  for (const at of ['2026-02-30T04:53:00Z', '2026-11-24T24:00:00Z', '0000-01-01T00:00:00Z', '2026-11-24', 'now', ''])
    expect(readKeyset(writeKeyset([at, id]), ['instant', 'id'])).toBeNull();
  for (const day of ['2026-02-29', '2026-13-01', 'today']) expect(readKeyset(writeKeyset([day]), ['day'])).toBeNull();
  for (const count of [1.5, 3_000_000_000, 1e300]) expect(readKeyset(writeKeyset([count]), ['number'])).toBeNull();
  expect(readKeyset(writeKeyset([id.slice(1)]), ['id'])).toBeNull();
});
