import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts: in both, only in the earlier, or only in the later one. */
export interface TextPart {
  readonly change: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond this many code units a difference is told whole, not word by word: the comparison grows with the square of what changed. */
export const maxCompared = 60_000;

/**
 * What changed from one text to the next, word by word (Myers' algorithm, through the package `diff`). The parts that are not `added`,
 * joined, are `before`; those that are not `removed` are `after`.
 */
export function differencesOf(before: string, after: string): TextPart[] {
  if (before === after) return before === '' ? [] : [{ change: 'same', text: before }];
  const parts = before.length + after.length > maxCompared ? undefined : diffWordsWithSpace(before, after, { timeout: 1_000 });
  if (!parts) return [{ change: 'removed' as const, text: before }, { change: 'added' as const, text: after }].filter((part) => part.text !== '');
  return parts.map(({ value, added, removed }) => ({ change: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}
