import { classNames } from '../class-names.ts';
import type { Tone } from './tones.ts';
import styles from './SegmentBar.module.css';
import tones from './tones.module.css';

/** A part of a bar. */
export interface Segment {
  readonly key: string;
  readonly value: number;
  readonly tone: Tone;
}

interface SegmentBarProps {
  segments: readonly Segment[];
  /** The whole; the sum of the parts when left out. What is missing stays pale. */
  total?: number;
  size?: 'thin' | 'thick';
  /** What the bar shows, in words. Left out when the words stand beside it: then it is a mere picture. */
  label?: string;
}

/** A bar of parts, drawn with attributes only. */
export function SegmentBar({ segments, total, size = 'thin', label }: SegmentBarProps) {
  const shown = segments.filter((segment) => segment.value > 0);
  const sum = shown.reduce((before, segment) => before + segment.value, 0);
  const whole = Math.max(total ?? sum, sum, Number.MIN_VALUE);
  const at = (index: number): number => (100 * shown.slice(0, index).reduce((before, segment) => before + segment.value, 0)) / whole;
  const described = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={classNames(styles.bar, styles[size])} viewBox="0 0 100 8" preserveAspectRatio="none" {...described}>
      <rect width={100} height={8} className={styles.ground} />
      {shown.map((segment, index) => (
        <rect
          key={segment.key}
          x={round(at(index))}
          width={round((100 * segment.value) / whole)}
          height={8}
          className={classNames(styles.part, tones[segment.tone])}
        />
      ))}
      {shown.slice(1).map((segment, index) => (
        <line key={segment.key} x1={round(at(index + 1))} x2={round(at(index + 1))} y1={0} y2={8} className={styles.edge} />
      ))}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
