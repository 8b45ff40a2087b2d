import { canonicalJson } from './canonical-json.ts';

/** What is committed to: `kind` is the event's topic, `salt` 32 random bytes, `record` the published record. */
export interface Committed {
  readonly kind: string;
  readonly salt: Uint8Array;
  readonly record: unknown;
}

/**
 * The bytes whose SHA-256 stands in the public log: kind in UTF-8, one zero byte, the salt, then the record in canonical JSON (RFC 8785)
 * in UTF-8. The zero byte ends the kind (kinds hold none) and the salt's length is fixed, so no two inputs share their bytes.
 * Without the salt the commitment tells nothing of the record; once the salt is erased it can no longer be opened.
 */
export function commitmentBytes({ kind, salt, record }: Committed): Uint8Array {
  if (salt.length !== 32) throw new RangeError('A salt has 32 bytes.');
  if (kind.includes('\0')) throw new RangeError('A kind holds no zero byte.');
  const encoder = new TextEncoder();
  const head = encoder.encode(`${kind}\0`);
  const body = encoder.encode(canonicalJson(record));
  const bytes = new Uint8Array(head.length + salt.length + body.length);
  bytes.set(head);
  bytes.set(salt, head.length);
  bytes.set(body, head.length + salt.length);
  return bytes;
}
