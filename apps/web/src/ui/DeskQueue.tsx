import type { ReactNode } from 'react';
import { Link, type To } from 'react-router';
import styles from './Desk.module.css';

/** One that waits. */
export interface QueueEntry {
  readonly key: string;
  readonly to: To;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly current: boolean;
}

/** The list of what waits at a desk. */
export function DeskQueue({ entries, label }: { entries: readonly QueueEntry[]; label: string }) {
  return (
    <nav aria-label={label} className={styles.list}>
      <ul>
        {entries.map(({ key, to, title, detail, current }) => (
          <li key={key}><Link to={to} preventScrollReset aria-current={current ? 'true' : undefined}><strong>{title}</strong>{detail && <small>{detail}</small>}</Link></li>
        ))}
      </ul>
    </nav>
  );
}
