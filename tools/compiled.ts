import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const server = join(import.meta.dirname, '..', 'dist/server/apps/api/src');

/** A module of the server as `build` compiled it, by its path there: `core/imports/index.js`. Its type is the source's: `typeof import('…')`. */
export async function compiled<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(join(server, path)).href)) as T;
}
