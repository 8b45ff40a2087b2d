import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';
import { commitmentBytes } from './commitment.ts';

const salt = new Uint8Array(32).fill(7);
const hash = (kind: string, record: unknown, with_ = salt): string =>
  createHash('sha256')
    .update(commitmentBytes({ kind, salt: with_, record }))
    .digest('hex');

describe('the commitment of a record', () => {
  test('is the SHA-256 of kind, zero byte, salt and canonical JSON', () => {
    const byHand = Buffer.concat([
      Buffer.from('support.given\0'),
      Buffer.from(salt),
      Buffer.from('{"contribution":"1","participant":"2"}'),
    ]);
    expect(Buffer.from(commitmentBytes({ kind: 'support.given', salt, record: { participant: '2', contribution: '1' } }))).toEqual(byHand);
  });

  test('does not depend on the order of the keys', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(hash('a', turned)).toBe(hash('a', record));
      }),
    ));

  test('differs with the kind and with the salt', () => {
    expect(hash('a', {})).not.toBe(hash('b', {}));
    expect(hash('a', {})).not.toBe(hash('a', {}, new Uint8Array(32)));
  });

  test('refuses a salt of another length and a kind with a zero byte', () => {
    expect(() => commitmentBytes({ kind: 'a', salt: new Uint8Array(31), record: {} })).toThrow(RangeError);
    expect(() => commitmentBytes({ kind: 'a\0b', salt, record: {} })).toThrow(RangeError);
  });

  test('refuses what is not JSON', () => {
    expect(() => canonicalJson(undefined)).toThrow(RangeError);
    expect(() => canonicalJson('\ud800')).toThrow();
  });
});
