import { civilOf, lastDayOf } from '@parvis/shared/rules/civil-time.ts';
import type { Language } from '@parvis/shared/rules/words.ts';

/**
 * How a date is written:
 * - `long`: 15 octobre 2026; `short`: 15 oct. 2026; `day`: 15 octobre (with the year when it is not this one); `weekday`: jeudi 15 octobre 2026
 * - `time`: 15 octobre 2026 à 9 h 12; `hour`: 9 h 12
 * - `relative`: à l’instant, il y a 2 heures, hier, il y a 3 jours; after a week as `day`
 */
export type DateForm = 'long' | 'short' | 'day' | 'weekday' | 'time' | 'hour' | 'relative';

interface Options {
  readonly form: DateForm;
  readonly zone: string;
  readonly language: Language;
  /** Now, in milliseconds: for `day` and `relative`. */
  readonly nowMs: number;
  /** The end of a half-open range: midnight is shown as the day before. */
  readonly isEnd?: boolean;
}

const space = '\u00a0';
/** Intl says “maintenant” and “now”, which nobody writes after a verb. */
const justNow: Record<Language, string> = { fr: 'à l’instant', en: 'just now' };
const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };
const dayForms: Record<'long' | 'short' | 'day' | 'weekday', Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
};

/**
 * A moment (ISO 8601) or a day (`2026-12-15`) in words, on the clocks of `zone`. French as it is printed: 1er, 9 h 05, no-break spaces.
 * @returns the input itself when it is neither
 */
export function dateWords(value: string, { form, zone, language, nowMs, isEnd = false }: Options): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const civil = isDay ? value : isEnd ? lastDayOf(value, zone) : civilOf(value, zone);
  if (civil === '' || (isDay && Number.isNaN(Date.parse(value)))) return value;
  const today = civilOf(new Date(nowMs).toISOString(), zone);
  const hasTime = civil.length > 10;
  if (form === 'relative')
    return relativeWords(value, civil, { today, language, nowMs: hasTime ? nowMs : null }) ?? dayWords(civil, 'day', language, today);
  if (form === 'hour') return hasTime ? hourWords(civil, language) : dayWords(civil, 'day', language, today);
  if (form === 'time')
    return hasTime
      ? `${dayWords(civil, 'long', language, today)}${language === 'fr' ? `${space}à ` : ' at '}${hourWords(civil, language)}`
      : dayWords(civil, 'long', language, today);
  return dayWords(civil, form, language, today);
}

function dayWords(civil: string, form: keyof typeof dayForms, language: Language, today: string): string {
  const isOtherYear = form === 'day' && civil.slice(0, 4) !== today.slice(0, 4);
  const parts = new Intl.DateTimeFormat(locales[language], { ...dayForms[isOtherYear ? 'long' : form], timeZone: 'UTC' }).formatToParts(
    new Date(`${civil.slice(0, 10)}T00:00Z`),
  );
  return parts
    .map((part, at) => {
      if (part.type === 'day' && language === 'fr' && part.value === '1') return '1er';
      return part.type === 'literal' && parts[at - 1]?.type === 'day' ? part.value.replace(' ', space) : part.value;
    })
    .join('');
}

function hourWords(civil: string, language: Language): string {
  const [hour, minute] = [Number(civil.slice(11, 13)), civil.slice(14, 16)];
  if (language === 'en') return `${hour % 12 || 12}${minute === '00' ? '' : `:${minute}`}${space}${hour < 12 ? 'a.m.' : 'p.m.'}`;
  return `${hour}${space}h${minute === '00' ? '' : `${space}${minute}`}`;
}

/** Near moments as a distance; null beyond a week. Days are counted by the calendar, so that yesterday evening is yesterday. */
function relativeWords(
  value: string,
  civil: string,
  { today, language, nowMs }: { today: string; language: Language; nowMs: number | null },
): string | null {
  const relative = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  const days = Math.round((Date.parse(`${civil.slice(0, 10)}T00:00Z`) - Date.parse(`${today.slice(0, 10)}T00:00Z`)) / 86_400_000);
  if (Math.abs(days) > 7) return null;
  if (days !== 0 || nowMs === null) return relative.format(days, 'day').replace(/(\d) /, `$1${space}`);
  const minutes = Math.trunc((Date.parse(value) - nowMs) / 60_000);
  if (minutes === 0) return justNow[language];
  const words = Math.abs(minutes) < 60 ? relative.format(minutes, 'minute') : relative.format(Math.trunc(minutes / 60), 'hour');
  return words.replace(/(\d) /, `$1${space}`);
}
