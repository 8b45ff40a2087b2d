import type { ReactNode } from 'react';
import { formatNumber } from '../../platform/messages.ts';
import { classNames } from '../class-names.ts';
import { SegmentBar, type Segment } from './SegmentBar.tsx';
import styles from './LevelBar.module.css';
import tones from './tones.module.css';

/** A part with its words, after the number: "par le registre". */
interface LegendSegment extends Segment {
  readonly label: ReactNode;
}

interface LevelBarProps {
  segments: readonly LegendSegment[];
  total?: number;
  size?: 'thin' | 'thick';
  /** Hides parts of zero in the legend. On by default. */
  hideZero?: boolean;
}

/** What a count is made of: a bar and, in words, each part of it. The list is what is read aloud. */
export function LevelBar({ segments, total, size = 'thin', hideZero = true }: LevelBarProps) {
  const named = hideZero ? segments.filter((segment) => segment.value > 0) : segments;
  return (
    <div className={styles.level}>
      <SegmentBar segments={segments} total={total} size={size} />
      <ul className={styles.legend}>
        {named.map((segment) => (
          <li key={segment.key}>
            <span className={classNames(styles.swatch, tones[segment.tone])} aria-hidden="true" />
            <span>
              <strong>{formatNumber(segment.value)}</strong> {segment.label}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
