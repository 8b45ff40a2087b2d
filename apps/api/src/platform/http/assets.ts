import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NextFunction, Request, Response } from 'express';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.json': 'application/json',
};

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
}

function readFolder(folder: string, into: Map<string, Asset>): void {
  if (!existsSync(folder)) return;
  const packed = (path: string): Buffer | null => (existsSync(path) ? readFileSync(path) : null);
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (!type) continue;
    const path = join(folder, name);
    into.set(name, { type, plain: readFileSync(path), gzip: packed(`${path}.gz`), brotli: packed(`${path}.br`) });
  }
}

/**
 * Serves `/assets/<name>` from the built sites' folders, packed beforehand and kept in memory (under 5 MB). Names hold a hash of their
 * content, so they may be kept for ever. Anything else passes.
 */
export function assetsMiddleware(folders: readonly string[]) {
  const assets = new Map<string, Asset>();
  for (const folder of folders) readFolder(folder, assets);
  return (request: Request, response: Response, next: NextFunction): void => {
    const name = /^\/assets\/([\w.-]+)(?:\?|$)/.exec(request.url)?.[1];
    if (!name || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    const asset = assets.get(name);
    if (!asset) {
      response.status(404).type('text/plain').send('Not found');
      return;
    }
    const accepted = request.headers['accept-encoding'] ?? '';
    const [encoding, bytes] =
      asset.brotli && /\bbr\b/.test(accepted)
        ? ['br', asset.brotli]
        : asset.gzip && /\bgzip\b/.test(accepted)
          ? ['gzip', asset.gzip]
          : [null, asset.plain];
    response.setHeader('content-type', asset.type);
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    response.setHeader('vary', 'Accept-Encoding');
    if (encoding) response.setHeader('content-encoding', encoding);
    response.setHeader('content-length', bytes.length);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
}
