import { plainWords } from './plain-words.ts';

/**
 * The readable part of an address, made of a title: lower-case ASCII letters, digits and single hyphens, cut after a whole word
 * where that leaves half of it. Not unique: addresses of contributions carry their number, and who needs uniqueness adds its own end.
 * @param max characters, 60 when left out
 * @param fallback for titles without a Latin letter or digit; itself a slug
 */
export function slugOf(title: string, { max = 60, fallback = 'sans-titre' }: { max?: number; fallback?: string } = {}): string {
  const whole = plainWords(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (whole === '') return fallback;
  if (whole.length <= max) return whole;
  const cut = whole.slice(0, max);
  const lastHyphen = whole[max] === '-' ? max : cut.lastIndexOf('-');
  return cut.slice(0, lastHyphen > max / 2 ? lastHyphen : max).replace(/-+$/, '');
}
