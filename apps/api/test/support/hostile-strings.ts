import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realData } from './real-data.ts';

/** What a hostile text tries. */
export interface HostileString {
  readonly class: string;
  readonly text: string;
}

/**
 * Sixty texts that go into every field, by what they try: lines of the lists of ../shared/data/hostile-strings, by file and number
 * (from 0, or -1 for the last), and a few that a list of lines cannot hold. Fixed, so that a failure is found again.
 */
const chosen: Readonly<Record<string, readonly (readonly [file: string, ...lines: number[]])[]>> = {
  controls: [['naughty-strings.json', 63, 64, 65, 334, 336]],
  'bidirectional overrides': [['naughty-strings.json', 113]],
  'joiners and invisible': [['naughty-strings.json', 66, 102, 106, 339]],
  'combining marks': [['naughty-strings.json', 77, 99, 115]],
  'right to left': [['naughty-strings.json', 111, 337]],
  emoji: [['naughty-strings.json', 104, 109, 338]],
  'look-alikes and far letters': [['naughty-strings.json', 90, 121, 122, 136]],
  'markup and script': [
    ['naughty-strings.json', 128, 131, 137, 257, 261, 268, 280, 281],
    ['xss.txt', 1, 40, 120],
    ['xss-long.txt', 3, 900],
  ],
  SQL: [
    ['naughty-strings.json', 283],
    ['sql.txt', 1, 40],
    ['nosql.txt', 2],
  ],
  'format strings, shells and templates': [['naughty-strings.json', 299, 300, 290, 293, 307, 342]],
  'paths, links and headers': [
    ['naughty-strings.json', 303],
    ['path-traversal.txt', 2],
    ['open-redirect.txt', 3],
    ['crlf.txt', 0],
  ],
  formulas: [['csv-formula.txt', 1, 2]],
  'numbers and words of programs': [['naughty-strings.json', 1, 8, 41]],
};

/** Which no list of lines can hold. */
const made: readonly HostileString[] = [
  { class: 'U+0000', text: 'avant\u0000après' },
  { class: 'lone surrogates', text: 'avant\ud800après' },
  { class: 'lone surrogates', text: '\udfff' },
  { class: 'very long', text: 'très long '.repeat(3_000) },
  { class: 'bidirectional overrides', text: 'facture\u202egpj.exe\u2066 x\u2069' },
  { class: 'numbers and words of programs', text: '__proto__' },
];

/** The sixty, or null where the data are not beside the project. */
export function hostileStrings(): HostileString[] | null {
  const folder = realData('hostile-strings');
  if (!folder) return null;
  const linesOf = (file: string): string[] => {
    const text = readFileSync(join(folder, file), 'utf8');
    return file.endsWith('.json') ? (JSON.parse(text) as string[]) : text.split('\n').filter((line) => line !== '');
  };
  const listed = Object.entries(chosen).flatMap(([name, files]) =>
    files.flatMap(([file, ...at]) => at.map((line) => ({ class: name, text: linesOf(file).at(line)! }))),
  );
  return [...listed, ...made];
}
