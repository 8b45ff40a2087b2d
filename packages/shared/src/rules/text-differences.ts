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
  if (!parts)
    return [
      { change: 'removed' as const, text: before },
      { change: 'added' as const, text: after },
    ].filter((part) => part.text !== '');
  return parts.map(({ value, added, removed }) => ({ change: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}

/**
 * The same difference with long unchanged stretches cut in the middle, so that a changed word of a long text is found at once.
 * @param around code units of unchanged text kept beside a change, at least; cut between words, the gap told by `[…]`
 */
export function shortenSame(parts: readonly TextPart[], around: number): TextPart[] {
  return parts.map((part, at) => {
    if (part.change !== 'same') return part;
    const head = at === 0 ? '' : upToSpace(part.text, around);
    const tail = at === parts.length - 1 ? '' : fromSpace(part.text, around);
    const left = part.text.length - head.length - tail.length;
    return left <= 2 * around ? part : { change: 'same', text: `${head}${head && '\u00a0'}[…]${tail && '\u00a0'}${tail}` };
  });
}

function upToSpace(text: string, length: number): string {
  const end = text.slice(length).search(/\s/);
  return end < 0 ? text : text.slice(0, length + end);
}

function fromSpace(text: string, length: number): string {
  const start = Math.max(0, text.length - length);
  return text.slice(text.lastIndexOf(' ', start) + 1);
}
