import { createHmac, timingSafeEqual } from 'node:crypto';

function signatureOf(secret: string, municipalityId: string): string {
  return createHmac('sha256', secret).update(`bounces:${municipalityId}`).digest('base64url');
}

/** The secret part of the address to which a town's mail server posts bounce reports. */
export function bounceToken(secret: string, municipalityId: string): string {
  return signatureOf(secret, municipalityId);
}

/** Whether a report may be believed for this town. */
export function isBounceToken(secret: string, municipalityId: string, token: string): boolean {
  const wanted = Buffer.from(signatureOf(secret, municipalityId));
  const given = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(wanted, given);
}
