import { LANG } from '../platform/lang.ts';

const percents = new Intl.NumberFormat(LANG, { style: 'percent', maximumFractionDigits: 0 });

/** A share from 0 to 1 as the language writes it: 62 % in French, 62% in English. */
export function formatPercent(share: number): string {
  return percents.format(share);
}
