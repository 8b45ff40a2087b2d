import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A fresh random token for a cookie or a link, and what the database keeps of it. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** SHA-256 of a token: who reads the database cannot sign in with it. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** Six random digits. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

/** What the database keeps of a short code: keyed, for a million guesses are quickly made. `of` names what the code opens. */
export function hashCode(secret: string, of: string, code: string): Buffer {
  return createHmac('sha256', secret).update(`${of}:${code}`).digest();
}

/** Whether two digests are equal, in constant time. */
export function sameDigest(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function keyOf(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `parvis:${purpose}`, 32));
}

/** Encrypts for the database (AES-256-GCM, key derived from the installation's secret), bound to the row that `owner` names. */
export function seal(secret: string, purpose: string, owner: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws when the secret has changed, or when the bytes belong to another row */
export function unseal(secret: string, purpose: string, owner: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), sealed.subarray(0, 12)).setAAD(Buffer.from(owner));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
