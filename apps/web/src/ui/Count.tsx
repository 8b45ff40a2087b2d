import type { ReactNode } from 'react';
import { formatNumber } from '../platform/messages.ts';
import { classNames } from './class-names.ts';
import styles from './Count.module.css';

interface CountProps {
  value: number;
  /** What is counted, in the right number: "soutiens". */
  unit?: ReactNode;
  /** `text` is as the words around it: in tables and sentences. */
  size?: 'text' | 'normal' | 'large';
}

/** A number that counts something: tabular figures, so that it does not jump when it changes. */
export function Count({ value, unit, size = 'normal' }: CountProps) {
  return (
    <span className={classNames(styles.count, styles[size])}>
      {formatNumber(value)}
      {unit && (
        <>
          {' '}
          <small>{unit}</small>
        </>
      )}
    </span>
  );
}
