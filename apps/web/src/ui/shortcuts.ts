import { useEffect, useRef, useSyncExternalStore } from 'react';

const storageKey = 'parvis.shortcuts';
const changed = 'parvis:shortcuts';

function subscribe(listen: () => void): () => void {
  addEventListener(changed, listen);
  addEventListener('storage', listen);
  return () => {
    removeEventListener(changed, listen);
    removeEventListener('storage', listen);
  };
}

/** Whether single keys act. People who dictate or whose hands tremble switch them off (WCAG 2.2, 2.1.4); the browser remembers. */
export function useShortcutsSwitch(): readonly [isOn: boolean, set: (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(storageKey) !== 'off',
    () => true,
  );
  return [
    isOn,
    (next) => {
      localStorage.setItem(storageKey, next ? 'on' : 'off');
      dispatchEvent(new Event(changed));
    },
  ];
}

const typing = 'input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable=true], dialog';

/** Acts by single keys, anywhere on the page but where text is typed or a dialog is open: `useShortcuts([['G', keep], ['J', next]])`. */
export function useShortcuts(acts: readonly (readonly [key: string, act: () => void])[]): void {
  const [isOn] = useShortcutsSwitch();
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const hasActs = acts.length > 0;
  useEffect(() => {
    if (!isOn || !hasActs) return;
    const onKey = (event: KeyboardEvent): void => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.isComposing ||
        event.defaultPrevented ||
        (event.target as Element).closest?.(typing)
      )
        return;
      const act = latest.current.find(([key]) => key.toLowerCase() === event.key.toLowerCase())?.[1];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn, hasActs]);
}
