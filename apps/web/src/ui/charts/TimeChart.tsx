import { formatNumber } from '../../platform/messages.ts';
import { classNames } from '../class-names.ts';
import { DateText } from '../DateText.tsx';
import { linePath, niceCeiling, type TimePoint } from './time-scale.ts';
import type { Tone } from './tones.ts';
import styles from './TimeChart.module.css';
import tones from './tones.module.css';

/** One line, points in order of time. */
interface TimeSeries {
  readonly key: string;
  readonly label: string;
  readonly points: readonly TimePoint[];
  readonly tone?: Tone;
}

interface TimeChartProps {
  series: readonly TimeSeries[];
  /** What is shown, in one sentence: "Soutiens par jour, de 0 en octobre à 347 en novembre". */
  label: string;
}

const [width, height] = [600, 200];
const dashes = [undefined, '7 5', '2 4'];

/** How something grew. Numbers and dates are text beside the drawing, so that they keep their size on a phone; put it into a Figure with its table. */
export function TimeChart({ series, label }: TimeChartProps) {
  const all = series.flatMap((one) => one.points);
  if (all.length === 0) return null;
  const times = all.map((point) => Date.parse(point.date));
  const top = niceCeiling(Math.max(...all.map((point) => point.value)));
  const [from, until] = [Math.min(...times), Math.max(...times)];
  const frame = { from, until, top, width, height };
  const dateAt = (time: number): string => all[times.indexOf(time)]!.date;
  return (
    <div className={styles.chart}>
      <div className={styles.scale} aria-hidden="true">
        <span>{formatNumber(top)}</span>
        <span>{formatNumber(top / 2)}</span>
        <span>0</span>
      </div>
      <svg className={styles.plot} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {[0, 0.5, 1].map((share) => (
          <line key={share} x1={0} x2={width} y1={height * share} y2={height * share} className={styles.rule} />
        ))}
        {series.length === 1 && (
          <path
            d={`${linePath(series[0]!.points, frame)}L${width} ${height}L0 ${height}Z`}
            className={classNames(styles.area, tones[series[0]!.tone ?? 'accent'])}
          />
        )}
        {series.map((one, at) => (
          <path
            key={one.key}
            d={linePath(one.points, frame)}
            strokeDasharray={dashes[at % dashes.length]}
            className={classNames(styles.line, tones[one.tone ?? 'accent'])}
          />
        ))}
      </svg>
      <div className={styles.dates}>
        <DateText date={dateAt(from)} form="short" />
        {until > from && <DateText date={dateAt(until)} form="short" />}
      </div>
      {series.length > 1 && (
        <ul className={styles.legend}>
          {series.map((one, at) => (
            <li key={one.key}>
              <svg width="28" height="8" viewBox="0 0 28 8" aria-hidden="true">
                <path
                  d="M0 4h28"
                  strokeDasharray={dashes[at % dashes.length]}
                  className={classNames(styles.line, tones[one.tone ?? 'accent'])}
                />
              </svg>
              {one.label}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
