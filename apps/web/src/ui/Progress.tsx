import { useId, type ReactNode } from 'react';
import { formatPercent } from './percent.ts';
import styles from './Progress.module.css';

interface ProgressProps {
  /** From 0 to 1. */
  value: number;
  label: ReactNode;
  /** Instead of the percentage. */
  words?: ReactNode;
}

/** How far something is, in the browser's own element. */
export function Progress({ value, label, words }: ProgressProps) {
  const id = useId();
  const share = Math.min(1, Math.max(0, value));
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.words}>{words ?? formatPercent(share)}</span>
      <progress id={id} value={share} max={1} />
    </div>
  );
}
