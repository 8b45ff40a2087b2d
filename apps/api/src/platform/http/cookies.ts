import { stringifySetCookie } from 'cookie';
import type { Town } from './context.ts';

/** Holds the session's random token; HttpOnly. */
export const sessionCookie = 'parvis_session';
/** Seeds the visitor's own order of lists; a small random number, no identity. */
export const visitorCookie = 'parvis_visitor';
/** Holds the random token of whoever is setting up a town that has no administrator yet; HttpOnly. */
export const setupCookie = 'parvis_installation';

/** Holds the secret of a preview link that was opened, so that the draft's other pages open too; HttpOnly. */
export const previewCookie = 'parvis_preview';

/** A Set-Cookie header limited to the town's addresses. `maxAgeSeconds` 0 removes the cookie. */
export function cookieFor(town: Pick<Town, 'base' | 'origin'>, name: string, value: string, maxAgeSeconds: number): string {
  return stringifySetCookie({
    name,
    value,
    path: town.base || '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: town.origin.startsWith('https:'),
    maxAge: maxAgeSeconds,
  });
}
