import type { ReactNode } from 'react';
import type { To } from '../platform/router/location.ts';
import { Link } from '../platform/router/router.tsx';
import { messagesOf } from '../platform/messages.ts';
import fr from './messages/fr.json';
import styles from './Crumbs.module.css';

const t = messagesOf(fr);

/** A place above this page; without `to` it is only named. */
export interface Crumb {
  readonly label: ReactNode;
  readonly to?: To;
  /** Shown on a phone too, above the way back: who came by a shared link learns there what the page belongs to. */
  readonly kept?: boolean;
}

/** Where this page stands. The last crumb is the page itself: give it no `to`. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const above = Math.max(0, crumbs.length - 2);
  return (
    <nav aria-label={t('crumbs')} className={styles.crumbs}>
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={at} className={at === above ? styles.above : crumb.kept ? styles.kept : undefined}>
            {at > 0 && (
              <span className={styles.sign} aria-hidden="true">
                ›{' '}
              </span>
            )}
            {at === above && (
              <span className={styles.back} aria-hidden="true">
                ‹
              </span>
            )}
            {crumb.to === undefined ? (
              <span aria-current={at === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
            ) : (
              <Link to={crumb.to}>{crumb.label}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
