import { formatNumber } from '../../platform/messages.ts';
import { formatPercent } from '../percent.ts';
import { SegmentBar } from './SegmentBar.tsx';
import styles from './StanceBar.module.css';

/** One side: how many, and its words: "pour". */
interface StancePart {
  readonly value: number;
  readonly label: string;
}

interface StanceBarProps {
  left: StancePart;
  middle?: StancePart;
  right: StancePart;
}

/** How a question divides: both sides at the two ends with their numbers, the undecided between. */
export function StanceBar({ left, middle, right }: StanceBarProps) {
  const total = left.value + (middle?.value ?? 0) + right.value;
  return (
    <div className={styles.stance}>
      <ul className={styles.ends}>
        <li className={styles.left}>
          <strong>{formatNumber(left.value)}</strong> {left.label}
          <Share part={left} total={total} />
        </li>
        {middle && middle.value > 0 && (
          <li className={styles.middle}>
            <strong>{formatNumber(middle.value)}</strong> {middle.label}
          </li>
        )}
        <li className={styles.right}>
          <strong>{formatNumber(right.value)}</strong> {right.label}
          <Share part={right} total={total} />
        </li>
      </ul>
      <SegmentBar
        size="thick"
        segments={[
          { key: 'left', value: left.value, tone: 'for' },
          { key: 'middle', value: middle?.value ?? 0, tone: 'rest' },
          { key: 'right', value: right.value, tone: 'against' },
        ]}
      />
    </div>
  );
}

function Share({ part, total }: { part: StancePart; total: number }) {
  return total > 0 && <small> ({formatPercent(part.value / total)})</small>;
}
