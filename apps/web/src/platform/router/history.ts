import { addressAt, type Location } from './location.ts';

/** The visits of one reader: in the browser its history, on the server one fixed place. */
export interface History {
  /** What stands before every address: the town's base and the language, `/t/saint-aubin/fr`. */
  readonly base: string;
  read(): Location;
  /** Calls `listener` after each change. @returns how to stop */
  listen(listener: () => void): () => void;
  /** Leads to an address below the language. */
  go(address: string, options?: { readonly replace?: boolean }): void;
}

/** The browser's history below `base`. */
export function browserHistory(base: string): History {
  const listeners = new Set<() => void>();
  const readAs = (how: Location['how']): Location => {
    const { pathname, search, hash } = globalThis.location;
    return { pathname: pathname.slice(base.length) || '/', search, hash, key: (history.state as { key?: string } | null)?.key ?? 'default', how };
  };
  let current = readAs('pop');
  const arrive = (how: Location['how']): void => {
    current = readAs(how);
    for (const listener of listeners) listener();
  };
  addEventListener('popstate', () => arrive('pop'));
  return {
    base,
    read: () => current,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    go(address, { replace = address === addressAt(current) } = {}) {
      history[replace ? 'replaceState' : 'pushState']({ key: Math.random().toString(36).slice(2, 10) }, '', base + address);
      arrive(replace ? 'replace' : 'push');
    },
  };
}

/** The one place of a page that the server renders. */
export function fixedHistory(base: string, { pathname, search }: Pick<Location, 'pathname' | 'search'>): History {
  const place: Location = { pathname, search, hash: '', key: 'default', how: 'pop' };
  return { base, read: () => place, listen: () => () => undefined, go: () => { throw new Error('The server renders one place; it leads nowhere.'); } };
}
