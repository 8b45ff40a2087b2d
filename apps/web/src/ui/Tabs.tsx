import type { ReactNode } from 'react';
import type { To } from '../platform/router/location.ts';
import { Link } from '../platform/router/router.tsx';
import { classNames } from './class-names.ts';
import { ScrollLine } from './ScrollLine.tsx';
import { formatNumber } from '../platform/messages.ts';
import styles from './Tabs.module.css';

/** One tab: an address, because what it shows can be shared and gone back to. */
interface Tab {
  readonly to: To;
  readonly label: ReactNode;
  readonly current: boolean;
  readonly count?: number;
}

interface TabsProps {
  tabs: readonly Tab[];
  /** What the tabs choose between, for those who hear the page. */
  label: string;
  /** `line` under a title; `chips` for filters of a desk. */
  look?: 'line' | 'chips';
}

/** Links that choose what is shown below. */
export function Tabs({ tabs, label, look = 'line' }: TabsProps) {
  const links = (
    <ul>
      {tabs.map((tab, at) => (
        <li key={at}>
          <Link to={tab.to} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
            {tab.count !== undefined && (
              <>
                {' '}
                <span className={styles.count}>{formatNumber(tab.count)}</span>
              </>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label={label} className={classNames(styles.tabs, styles[look])}>
      {look === 'line' ? <ScrollLine current={tabs.findIndex((tab) => tab.current)}>{links}</ScrollLine> : links}
    </nav>
  );
}
