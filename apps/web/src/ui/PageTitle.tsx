import type { ReactNode } from 'react';
import styles from './PageTitle.module.css';

interface PageTitleProps {
  children: ReactNode;
  /** Above the title: chips, a kind. */
  above?: ReactNode;
  /** Below it: one or two sentences, larger. */
  lead?: ReactNode;
  /** Below: author, date, place. */
  meta?: ReactNode;
  /** At its right where there is room: the page's acts. */
  actions?: ReactNode;
  id?: string;
}

/** The h1 of a page with what belongs to it. One in each page. */
export function PageTitle({ children, above, lead, meta, actions, id }: PageTitleProps) {
  return (
    <header className={styles.title}>
      <div className={styles.words}>
        {above && <div className={styles.above}>{above}</div>}
        <h1 id={id}>{children}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {meta && <Meta>{meta}</Meta>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

/** Small facts on one line: author, date, place. Put each into a span. */
export function Meta({ children }: { children: ReactNode }) {
  return <div className={styles.meta}>{children}</div>;
}
