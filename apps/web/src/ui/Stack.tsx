import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Stack.module.css';

/** Space between pieces: 1 (4 px), 2 (8), 3 (12), 4 (16), 5 (24), 6 (32), 7 (48). */
type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7;

interface StackProps {
  children: ReactNode;
  gap?: Gap;
  as?: 'div' | 'section' | 'article' | 'ul' | 'ol' | 'li' | 'header' | 'aside' | 'main';
  className?: string | undefined;
  id?: string;
  'aria-labelledby'?: string;
}

/** Pieces one under the other. */
export function Stack({ children, gap = 4, as: Element = 'div', className, ...rest }: StackProps) {
  return (
    <Element className={classNames(styles.stack, styles[`gap${gap}`], className)} {...rest}>
      {children}
    </Element>
  );
}

interface RowProps extends StackProps {
  align?: 'start' | 'center' | 'end' | 'baseline';
  /** The last piece goes to the other end. */
  spread?: boolean;
}

/** Pieces side by side, on the next line where there is no room. */
export function Row({ children, gap = 3, as: Element = 'div', align = 'center', spread = false, className, ...rest }: RowProps) {
  return (
    <Element className={classNames(styles.row, styles[`gap${gap}`], styles[align], spread && styles.spread, className)} {...rest}>
      {children}
    </Element>
  );
}

interface GridProps extends StackProps {
  /** The most columns, where the screen has room for them. */
  columns?: 2 | 3 | 4;
}

/** Cards in equal columns: one on a phone. */
export function Grid({ children, columns = 3, gap = 5, as: Element = 'div', className, ...rest }: GridProps) {
  return (
    <Element className={classNames(styles.grid, styles[`columns${columns}`], styles[`gap${gap}`], className)} {...rest}>
      {children}
    </Element>
  );
}
