import type { IncomingHttpHeaders } from 'node:http';
import { CrossSiteRequest } from './errors.ts';

/**
 * Refuses a mutating request that a browser sends from another site's page. Browsers say where a request comes from
 * (Sec-Fetch-Site, or Origin in older ones); a client that says neither is no browser and carries nobody's cookies unasked.
 * Source: Go 1.25 net/http CrossOriginProtection (F. Valsorda, 2025), after OWASP's fetch-metadata defence.
 */
export function refuseCrossSite(headers: IncomingHttpHeaders, host: string): void {
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  if (site !== undefined) throw new CrossSiteRequest();
  const origin = headers.origin;
  if (origin === undefined) return;
  try {
    if (new URL(origin).host === host) return;
  } catch {
    throw new CrossSiteRequest(); // "null" and other opaque origins
  }
  throw new CrossSiteRequest();
}
