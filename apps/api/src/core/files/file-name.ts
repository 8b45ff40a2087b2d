import { codePoints, isBlank, readPlainText } from '@parvis/shared/rules/plain-text.ts';

const forbidden = /[\\/:*?"<>|]/g; // what a file system somewhere cannot keep

/**
 * The name under which a file is offered again: what its owner called it, without folders, hidden characters and signs that file
 * systems refuse, at most 100 characters, ending as its real kind says.
 */
export function shownFileName(sent: string, extension: string): string {
  const read = readPlainText(sent.split(/[\\/]/).at(-1) ?? '', 'one');
  const base = ('text' in read ? read.text : '')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(forbidden, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/\s+/g, ' ');
  const short = codePoints(base) > 100 ? [...base].slice(0, 100).join('').trim() : base;
  return `${isBlank(short) ? 'fichier' : short}.${extension}`;
}
