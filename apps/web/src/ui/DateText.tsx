import { LANG } from '../platform/lang.ts';
import { dateWords, type DateForm } from './date-words.ts';
import { useTimeZone } from './use-time-zone.ts';

interface DateTextProps {
  /** A moment (ISO 8601) or a day (`2026-12-15`). */
  date: string;
  form?: DateForm;
  /** The end of a half-open range ("until"): midnight is shown as the day before. */
  end?: boolean;
}

/** A date in the town's time zone, in words; `<time>` keeps the exact moment. A relative one tells the exact date on hover, and is a date on paper (`base.css`), which is read later. */
export function DateText({ date, form = 'long', end = false }: DateTextProps) {
  const zone = useTimeZone();
  const options = { zone, language: LANG, nowMs: Date.now(), isEnd: end } as const;
  const words = dateWords(date, { ...options, form });
  if (form !== 'relative')
    return (
      <time dateTime={date} suppressHydrationWarning>
        {words}
      </time>
    );
  return (
    <time dateTime={date} title={dateWords(date, { ...options, form: 'time' })} data-paper={dateWords(date, { ...options, form: 'long' })}>
      <span suppressHydrationWarning>{words}</span>
    </time>
  );
}

interface DateRangeProps {
  from: string;
  /** Exclusive, as ranges are kept; null for an open end. */
  until: string | null;
}

/** From a day to a day, both included; the year once where both share it: "du 1er octobre au 15 décembre 2026" without the prepositions. */
export function DateRange({ from, until }: DateRangeProps) {
  const sameYear = until !== null && from.slice(0, 4) === until.slice(0, 4);
  return (
    <>
      <DateText date={from} form={sameYear ? 'day' : 'long'} />
      {until !== null && (
        <>
          {' '}
          – <DateText date={until} end />
        </>
      )}
    </>
  );
}
