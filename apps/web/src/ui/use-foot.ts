import { useEffect, type RefObject } from 'react';

/**
 * Tells the style how many pixels of the screen's foot a bar or the toast takes (`--bar`, `--toast`): a toast stands above a bar, and
 * what takes the focus is scrolled clear of both (WCAG 2.4.11). A bar that scrolls with its page takes none.
 */
export function useFoot(name: 'bar' | 'toast', element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const node = element.current;
    if (!node) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() =>
      style.setProperty(`--${name}`, `${/sticky|fixed/.test(getComputedStyle(node).position) ? node.offsetHeight : 0}px`),
    );
    watch.observe(node);
    return () => {
      watch.disconnect();
      style.removeProperty(`--${name}`);
    };
  }, [name, element]);
}
