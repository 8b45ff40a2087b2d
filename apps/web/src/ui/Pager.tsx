import type { ReactNode } from 'react';
import type { To } from '../platform/router/location.ts';
import { Link } from '../platform/router/router.tsx';
import { Icon } from './Icon.tsx';
import styles from './Pager.module.css';

/** One way of a pager: where it leads and what is there. */
export interface PagerLink {
  readonly to: To;
  readonly label: ReactNode;
  /** The title of what is there. */
  readonly title?: ReactNode;
}

/** To the one before and the one after: pages of a list without script, chapters, days. */
export function Pager({
  label,
  previous,
  next,
}: {
  label: string;
  previous?: PagerLink | null | undefined;
  next?: PagerLink | null | undefined;
}) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className={styles.pager}>
      {previous && (
        <Link to={previous.to} rel="prev" className={styles.way}>
          <Icon name="arrow-left" />
          <span>
            {previous.label}
            {previous.title && <small>{previous.title}</small>}
          </span>
        </Link>
      )}
      {next && (
        <Link to={next.to} rel="next" className={styles.next}>
          <span>
            {next.label}
            {next.title && <small>{next.title}</small>}
          </span>
          <Icon name="arrow-right" />
        </Link>
      )}
    </nav>
  );
}
