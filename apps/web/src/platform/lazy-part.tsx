import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

/** A part whose code comes later; `preload` has it there before the page is rendered, for loaders that know it will be shown. */
export type LazyPart<P> = ComponentType<P> & { preload(): Promise<void> };

/**
 * A part of a page whose code comes after the page is shown: forms, maps, what only some readers open. `waiting` stands in its place,
 * also in what the server renders; where the code does not arrive (no connection) it stays, and the rest of the page works.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>, waiting: ReactNode = null): LazyPart<P> {
  let loaded: ComponentType<P> | null = null;
  const fetchPart = async (): Promise<ComponentType<P>> => (loaded = await load());
  function Part(props: P) {
    const [Shown, show] = useState<ComponentType<P> | null>(() => loaded);
    useEffect(() => {
      if (Shown) return;
      let isHere = true;
      fetchPart().then(
        (one) => {
          if (isHere) show(() => one);
        },
        () => {
          /* no connection: the page goes on without it */
        },
      );
      return () => {
        isHere = false;
      };
    }, [Shown]);
    return Shown ? <Shown {...props} /> : waiting;
  }
  return Object.assign(Part, { preload: async () => void (await fetchPart()) });
}
