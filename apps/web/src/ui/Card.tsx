import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Card.module.css';

interface CardProps {
  children: ReactNode;
  as?: 'div' | 'section' | 'article' | 'li' | 'aside' | 'form';
  /** `lifted` is the one card of a page that asks to act; `marked` bears a wide edge (an answer); `flat` has no padding (a list, a table). */
  look?: 'plain' | 'lifted' | 'marked' | 'flat';
  /** The whole card leads where its title's link leads: give that link the class from `cardLink`. */
  linked?: boolean;
  className?: string | undefined;
  /** At the bottom of the card, below a line, however tall its neighbours are: a count and an act. */
  foot?: ReactNode;
  id?: string;
  'aria-labelledby'?: string;
  'aria-label'?: string;
}

/** A sheet on the page. Children stand one under the other with the usual space. */
export function Card({ children, as: Element = 'div', look = 'plain', linked = false, foot, className, ...rest }: CardProps) {
  return (
    <Element className={classNames(styles.card, styles[look], linked && styles.linked, className)} {...rest}>
      {children}
      {foot && <div className={styles.foot}>{foot}</div>}
    </Element>
  );
}

/** For the one link of a `linked` card: its target is the whole card; other links and buttons stay above it. */
export const cardLink = styles.link;
