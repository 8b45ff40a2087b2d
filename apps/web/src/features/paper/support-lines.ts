interface Line {
  readonly name: string;
  readonly number: number;
  readonly isAnother: boolean;
}

/** Lines that one request takes. */
const maxLines = 100;

/**
 * What an agent typed as lines of a request: each person with each proposal.
 * @param numbers of proposals, with anything but digits between them: « 12, 45 et 7 », « n° 12 »
 * @param names one person a line; blank lines count for nothing
 */
export function supportLines(
  numbers: string,
  names: string,
  isAnother: boolean,
): { readonly lines: Line[] } | { readonly fault: 'required' | 'not-numbers' | 'too-many'; readonly field: 'numbers' | 'names' } {
  const people = names
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);
  const found = [...new Set((numbers.match(/\d{1,9}/g) ?? []).map(Number))];
  if (numbers.trim() === '') return { fault: 'required', field: 'numbers' };
  if (found.length === 0) return { fault: 'not-numbers', field: 'numbers' };
  if (people.length === 0) return { fault: 'required', field: 'names' };
  if (people.length * found.length > maxLines) return { fault: 'too-many', field: 'names' };
  return { lines: people.flatMap((name) => found.map((number) => ({ name, number, isAnother }))) };
}
