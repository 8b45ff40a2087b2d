import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Desk.module.css';

interface DeskProps {
  /** What waits: a title, tabs, a DeskQueue. */
  queue: ReactNode;
  /** The one being worked on, in its place. */
  children: ReactNode;
  /** The decision. */
  aside?: ReactNode;
  /** Something is chosen: on a phone the queue gives way to it. */
  chosen: boolean;
}

/** Where staff work: what waits, the content in its place, the decision. Three columns on a screen, one after the other on a phone. */
export function Desk({ queue, children, aside, chosen }: DeskProps) {
  return (
    <div className={styles.frame}>
      <div className={classNames(styles.desk, chosen && styles.chosen)}>
        <div className={styles.queue}>{queue}</div>
        <div className={styles.middle}>{children}</div>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
    </div>
  );
}
