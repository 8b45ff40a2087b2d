import canonicalize from 'canonicalize';

/**
 * JSON in the one form that every machine writes alike: keys sorted by UTF-16 code units, no spaces, ECMAScript numbers.
 * Source: RFC 8785 (JSON Canonicalization Scheme).
 * @throws RangeError when the value is not JSON (undefined, a function, NaN, a lone surrogate)
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined || !text.isWellFormed()) throw new RangeError('Only well-formed JSON has a canonical form.');
  return text;
}
