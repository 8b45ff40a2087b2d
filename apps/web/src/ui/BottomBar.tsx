import { useRef, type ReactNode } from 'react';
import { useFoot } from './use-foot.ts';
import styles from './BottomBar.module.css';

/** On a phone the main act stays in reach at the foot of the screen; on larger screens the bar is not there. Last child of the page. */
export function BottomBar({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useFoot('bar', bar);
  return (
    <div ref={bar} className={styles.bar}>
      {children}
    </div>
  );
}
