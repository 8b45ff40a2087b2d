import fc from 'fast-check';
import { readKeyset, writeKeyset } from './keyset.ts';

test('a token gives back what was written, and a mistyped or foreign one nothing', () => fc.assert(fc.property(fc.uuid(), fc.integer(), fc.string(), (id, count, junk) => {
  const token = writeKeyset([count, id]);
  expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(readKeyset(token, ['number', 'string'])).toEqual([count, id]);
  expect(readKeyset(token, ['string', 'string'])).toBeNull();
  expect(readKeyset(`${junk}!`, ['string'])).toBeNull();
})));
