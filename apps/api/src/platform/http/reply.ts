import type { IncomingHttpHeaders } from 'node:http';

/** Thrown by a handler whose answer the client already has: 304 without a body. */
export class NotModified extends Error {}

/** What a handler says about its answer beside the body. */
export class Reply {
  status: number | null = null;
  readonly headers = new Map<string, string>();
  readonly cookies: string[] = [];

  constructor(private readonly requestHeaders: IncomingHttpHeaders) {}

  /**
   * Names the version of the answer before it is made. @throws NotModified when the client has this version (RFC 9110, 13.1.2),
   * so that a handler calls it before its costly reads.
   */
  version(tag: string): void {
    const etag = `W/"${tag}"`;
    this.headers.set('etag', etag);
    const known = this.requestHeaders['if-none-match'];
    if (known && (known === '*' || known.split(',').some((one) => one.trim() === etag || `W/${one.trim()}` === etag)))
      throw new NotModified();
  }

  /** Lets shared caches keep the answer; only for what every visitor sees alike. */
  cacheFor(seconds: number): void {
    this.headers.set('cache-control', `public, max-age=${seconds}`);
  }

  /** Offers the body as a file; `fileName` may hold any letters (RFC 6266). */
  download(fileName: string): void {
    const ascii = fileName.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '');
    this.headers.set('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  }
}
