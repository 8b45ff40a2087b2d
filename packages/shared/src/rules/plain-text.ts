/** Why a text cannot be taken as it is; each is a field error code. */
export type TextFault = 'not-well-formed' | 'control-character' | 'line-break';

// C0 and C1 controls and DEL, but for tab and line feed (Unicode, general category Cc).
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;
// Beside white space and what Unicode calls default-ignorable (zero width, Hangul fillers, tags, variation selectors),
// the blank Braille pattern and the null notehead have no ink. A mark without a letter under it says nothing either.
const invisibleOnly = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{M}\u2800\u{1d159}]*$/u;

/**
 * The one pipeline for every text that people type or that an import brings: no markup, stored as returned.
 * - Lone surrogates and control characters (U+0000 first of all, which PostgreSQL cannot keep) are refused.
 * - CRLF, CR, U+2028 and U+2029 become LF; with `lines: 'one'` any of them is refused and a tab becomes a space.
 * - Bidirectional embeddings, overrides and isolates (U+202A–E, U+2066–9) are removed: they can show a text in another order than
 *   it is read, searched and logged (CVE-2021-42574, "Trojan Source"; UAX #9, section 2). Removed rather than refused, because
 *   telephones put them around copied names and numbers, where nobody sees them to take them out. Marks (LRM, RLM) stay.
 * - Unicode NFC; white space at both ends goes; nothing inside is collapsed.
 * Idempotent: what it returns passes unchanged.
 */
export function readPlainText(raw: string, lines: 'one' | 'many'): { readonly text: string } | { readonly fault: TextFault } {
  if (!raw.isWellFormed()) return { fault: 'not-well-formed' };
  const trimmed = raw
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(bidiControls, '')
    .trim();
  if (controls.test(trimmed)) return { fault: 'control-character' };
  if (lines === 'many') return { text: trimmed.normalize('NFC') };
  return trimmed.includes('\n') ? { fault: 'line-break' } : { text: trimmed.replaceAll('\t', ' ').normalize('NFC') };
}

/** Whether nothing of a text can be seen: empty, or made of white space, zero-width, filler and control characters alone. */
export function isBlank(text: string): boolean {
  return invisibleOnly.test(text);
}

/** Length as people count it nearly always: in Unicode code points, so that an emoji of the first kind is one. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
