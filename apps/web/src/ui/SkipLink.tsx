import type { ReactNode } from 'react';
import styles from './SkipLink.module.css';

/** Shown when it has the focus: leads past what repeats on every page. `to` is the id of the place. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a className={styles.skip} href={`#${to}`}>
      {children}
    </a>
  );
}
