import { posix } from 'node:path';
import type { Plugin } from 'vite';

/** In a `pages.ts`, has each lazy page (or a kind's lazy screens) tell its module id, by which the server finds its scripts in the manifest. */
function withPageIds(code: string, file: string): string {
  return code.replace(
    /\bimport\(\s*(['"])(\.{1,2}\/[^'"]+)\1\s*\)/g,
    (whole, _quote: string, target: string) =>
      `${whole}.then((page) => ({ ...page, moduleId: ${JSON.stringify(posix.join(posix.dirname(file), target))} }))`,
  );
}

/** For the server's build; `root` is the web application's folder. */
export function pageIds(root: string): Plugin {
  return {
    name: 'parvis:page-ids',
    enforce: 'pre',
    transform(code, id) {
      return id.startsWith(root) && id.endsWith('/pages.ts') ? { code: withPageIds(code, posix.relative(root, id)), map: null } : null;
    },
  };
}
