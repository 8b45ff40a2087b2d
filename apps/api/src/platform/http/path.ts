import { RouteNotFound } from './errors.ts';

/** The path as people read it. @throws RouteNotFound where the percent-encoding is broken: no page has such an address */
export function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    throw new RouteNotFound();
  }
}
