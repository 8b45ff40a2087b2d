import { useId, type ReactNode } from 'react';
import styles from './Balance.module.css';

/** One side. */
export interface BalanceSide {
  readonly title: ReactNode;
  readonly children: ReactNode;
}

interface BalanceProps {
  left: BalanceSide;
  right: BalanceSide;
  /** Below both, over the whole width. */
  middle?: BalanceSide | undefined;
  /** The level of the sides' titles. */
  level?: 3 | 4;
}

/** Two sides of a question, side by side and equally wide; one after the other on a phone. */
export function Balance({ left, right, middle, level = 3 }: BalanceProps) {
  return (
    <div className={styles.balance}>
      <Side side={left} level={level} className={styles.left} />
      <Side side={right} level={level} className={styles.right} />
      {middle && <Side side={middle} level={level} className={styles.middle} />}
    </div>
  );
}

function Side({ side, level, className }: { side: BalanceSide; level: 3 | 4; className: string | undefined }) {
  const id = useId();
  const Heading = `h${level}` as const;
  return <section aria-labelledby={id} className={className}><Heading id={id}>{side.title}</Heading>{side.children}</section>;
}
