import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Disclosure } from '../Disclosure.tsx';
import { messagesOf } from '../../platform/messages.ts';
import fr from './messages/fr.json';
import styles from './Figure.module.css';

const t = messagesOf(fr);

interface FigureProps {
  title: ReactNode;
  /** The picture or chart. */
  children: ReactNode;
  /** The same as a table (DataTable): for those who do not see the picture, and for those who check it. */
  table?: ReactNode;
  /** Where the table stands: folded under the picture, open under it, or beside it where there is room. */
  layout?: 'folded' | 'under' | 'beside';
  /** Source, date, how it was counted. */
  note?: ReactNode;
}

/** A picture of figures with its title, its source and its table. */
export function Figure({ title, children, table, layout = 'folded', note }: FigureProps) {
  return (
    <figure className={classNames(styles.figure, table !== undefined && layout === 'beside' && styles.beside)}>
      <figcaption className={styles.title}>{title}</figcaption>
      <div className={styles.picture}>{children}</div>
      {table !== undefined && (layout === 'folded' ? <Disclosure summary={t('table')}>{table}</Disclosure> : <div>{table}</div>)}
      {note && <p className={styles.note}>{note}</p>}
    </figure>
  );
}
