import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Wrap.module.css';

interface WrapProps {
  children: ReactNode;
  /**
   * `read` is a column in the middle, its lines short enough to read (42 rem). For pages of staff, all of which begin at the left edge of
   * the header: `work` has forms and lists in lines as short, `page` boards and tables, `desk` takes the screen to its right edge.
   */
  width?: 'page' | 'read' | 'work' | 'desk';
  className?: string;
}

/** The page's column. A page puts it inside its full-width bands, so that a band's ground can run from edge to edge. */
export function Wrap({ children, width = 'page', className }: WrapProps) {
  return <div className={classNames(styles.wrap, styles[width], className)}>{children}</div>;
}
