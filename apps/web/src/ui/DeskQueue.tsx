import type { ReactNode } from 'react';
import type { To } from '../platform/router/location.ts';
import { Link } from '../platform/router/router.tsx';
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
          <li key={key}>
            <Link to={to} aria-current={current ? 'true' : undefined}>
              <strong>{title}</strong>
              {detail && <small>{detail}</small>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
