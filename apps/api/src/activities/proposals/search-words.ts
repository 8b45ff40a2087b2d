import { plainWords } from '../../platform/text/index.ts';

const most = 12;

/** The words of what somebody typed, as search compares them: letters and digits, without accents. */
function wordsOf(typed: string): string[] {
  return (plainWords(typed).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, most);
}

/** A word as a condition: from four letters on also what begins so, since French stems differ without accents (vélo, vélos). */
function condition(word: string): string {
  return [...word].length >= 4 ? `${word}:*` : word;
}

/** A tsquery that asks for all words; null when nothing was typed that can be searched. */
export function allWords(typed: string): string | null {
  const words = wordsOf(typed);
  return words.length === 0 ? null : words.map(condition).join(' & ');
}

/** A tsquery that asks for any word. */
export function anyWord(typed: string): string | null {
  const words = wordsOf(typed);
  return words.length === 0 ? null : words.map(condition).join(' | ');
}
