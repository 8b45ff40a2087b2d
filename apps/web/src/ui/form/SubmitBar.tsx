import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './Form.module.css';

/** The acts at the foot of a form: the main one first. `spread` puts the last at the other end (previous and next of steps). */
export function SubmitBar({ children, align = 'start' }: { children: ReactNode; align?: 'start' | 'end' | 'spread' }) {
  return <div className={classNames(styles.bar, styles[align])}>{children}</div>;
}
