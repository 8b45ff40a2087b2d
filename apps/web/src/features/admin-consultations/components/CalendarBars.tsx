import { messagesOf } from '../../../platform/messages.ts';
import { LANG } from '../../../platform/lang.ts';
import type { Bar } from '../calendar-drafts.ts';
import fr from '../messages/fr.json';
import styles from './CalendarBars.module.css';

const t = messagesOf(fr);
const dayMs = 86_400_000;
const rowPx = 46;

/** The calendar on an axis of time: a bar for each phase, months below, today as a line. The list beside it says the same in words. */
export function CalendarBars({ bars, nowMs }: { bars: readonly Bar[]; nowMs: number }) {
  if (bars.length === 0) return <p>{t('calendar.no-bars')}</p>;
  const from = Math.min(...bars.map((bar) => bar.fromMs));
  const ends = bars.map((bar) => bar.toMs ?? bar.fromMs + 30 * dayMs);
  const to = Math.max(...ends, from + 28 * dayMs) + 10 * dayMs;
  const at = (ms: number): string => `${Math.round((10_000 * (Math.min(Math.max(ms, from), to) - from)) / (to - from)) / 100}%`;
  const wide = (a: number, b: number): string => `${Math.max(0.8, Math.round((10_000 * (Math.min(b, to) - a)) / (to - from)) / 100)}%`;
  const height = bars.length * rowPx + 30;
  return (
    <svg className={styles.chart} width="100%" height={height} role="img" aria-label={t('calendar.bars', { count: bars.length })}>
      {months(from, to).map((month) => (
        <g key={month.ms}>
          <line className={styles.tick} x1={at(month.ms)} x2={at(month.ms)} y1="0" y2={height - 22} />
          {month.label && (
            <text
              className={styles.month}
              x={at(month.ms)}
              y={height - 6}
              {...((month.ms - from) / (to - from) > 0.9 ? { dx: -3, textAnchor: 'end' } : { dx: 3 })}
            >
              {month.label}
            </text>
          )}
        </g>
      ))}
      {nowMs >= from && nowMs <= to && <line className={styles.now} x1={at(nowMs)} x2={at(nowMs)} y1="0" y2={height - 22} />}
      {bars.map((bar, row) => (
        <g key={bar.key} className={styles[bar.kind]}>
          <text
            className={styles.title}
            x={anchor(bar.fromMs, from, to) === 'end' ? at(bar.toMs ?? to) : at(bar.fromMs)}
            y={row * rowPx + 16}
            textAnchor={anchor(bar.fromMs, from, to)}
          >
            {bar.title}
          </text>
          <rect
            className={styles.bar}
            x={at(bar.fromMs)}
            width={wide(bar.fromMs, bar.toMs ?? to)}
            y={row * rowPx + 23}
            height="13"
            rx="6.500"
          />
          {bar.toMs === null && (
            <text className={styles.open} x="100%" y={row * rowPx + 34} textAnchor="end" dx="-6">
              →
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** Titles of late phases end at their bar's end, so that they stay in the picture. */
function anchor(ms: number, from: number, to: number): 'start' | 'end' {
  return (ms - from) / (to - from) > 0.6 ? 'end' : 'start';
}

/** The first of each month in the range; only some have their name where there are many. */
function months(from: number, to: number): { readonly ms: number; readonly label: string }[] {
  const names = new Intl.DateTimeFormat(LANG, { month: 'short', timeZone: 'UTC' });
  const found: number[] = [];
  const first = new Date(from);
  for (
    let at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1);
    at <= to;
    at = Date.UTC(new Date(at).getUTCFullYear(), new Date(at).getUTCMonth() + 1, 1)
  )
    found.push(at);
  const every = Math.ceil(found.length / 6);
  return found.map((ms, index) => ({
    ms,
    label: index % every === 0 ? `${names.format(ms)}${new Date(ms).getUTCMonth() === 0 ? ` ${new Date(ms).getUTCFullYear()}` : ''}` : '',
  }));
}
