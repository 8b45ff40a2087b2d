import type { ReactNode } from 'react';
import { formatNumber } from '../../platform/messages.ts';
import { SegmentBar } from './SegmentBar.tsx';
import type { Tone } from './tones.ts';
import styles from './BarChart.module.css';

/** One bar. */
interface Bar {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: number;
  readonly tone?: Tone;
  /** Instead of the number: "52 000 €". */
  readonly words?: ReactNode;
}

interface BarChartProps {
  bars: readonly Bar[];
  /** The end of the scale; the largest value when left out. */
  max?: number;
  /** What the bars show, for those who hear the page. */
  label: string;
}

/** Bars that lie one under the other, each with its words and its number: read as text, so that no table is needed beside it. */
export function BarChart({ bars, max, label }: BarChartProps) {
  const end = max ?? Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul className={styles.chart} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} className={styles.row}>
          <span className={styles.label}>{bar.label}</span>
          <span className={styles.value}>{bar.words ?? formatNumber(bar.value)}</span>
          <SegmentBar segments={[{ key: bar.key, value: bar.value, tone: bar.tone ?? 'accent' }]} total={end} />
        </li>
      ))}
    </ul>
  );
}
