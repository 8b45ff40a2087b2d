import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Wrap.module.css';

interface WrapProps {
  children: ReactNode;
  /** `read` keeps lines short enough to read (42 rem); `desk` takes the whole screen of those who work here. */
  width?: 'page' | 'read' | 'desk';
  className?: string;
}

/** The page's column. A page puts it inside its full-width bands, so that a band's ground can run from edge to edge. */
export function Wrap({ children, width = 'page', className }: WrapProps) {
  return <div className={classNames(styles.wrap, styles[width], className)}>{children}</div>;
}
