import type { ReactNode } from 'react';
import styles from './BottomBar.module.css';

/** On a phone the main act stays in reach at the foot of the screen; on larger screens the bar is not there. Last child of the page. */
export function BottomBar({ children }: { children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>;
}
