import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in what the server renders and until its code has come and listens; true from then on. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
