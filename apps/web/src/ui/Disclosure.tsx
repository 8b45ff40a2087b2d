import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './Disclosure.module.css';

interface DisclosureProps {
  /** What is always in sight. */
  summary: ReactNode;
  children: ReactNode;
  /** Open from the start. */
  open?: boolean;
  /** `plain` is a line of text; `boxed` a sheet, for lists of questions. */
  look?: 'plain' | 'boxed';
}

/** Opens on demand; works without script and is found by the browser's search. */
export function Disclosure({ summary, children, open = false, look = 'plain' }: DisclosureProps) {
  return (
    <details open={open} className={classNames(styles.disclosure, styles[look])}>
      <summary className={styles.summary}>
        <Icon name="chevron-right" className={styles.arrow} />
        <span>{summary}</span>
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
