import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readPlainText } from '@parvis/shared/rules/plain-text.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { InvalidInput } from '../http/index.ts';
import { cleanRichText, plainWords } from './index.ts';
import { realData } from '../../../test/support/real-data.ts';

const folder = realData('hostile-strings');

/** Each line of the text files, and each member of the JSON list. */
function hostileStrings(): string[] {
  if (!folder) return [];
  return globSync('*', { cwd: folder })
    .sort()
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return name.endsWith('.json') ? (JSON.parse(text) as string[]) : text.split('\n');
    });
}

const allowedTag =
  /^<(?:\/?(?:p|strong|em|ul|ol|li|h3|h4|blockquote)|\/a|br \/|a href="(?:https?:\/\/|mailto:)[^"<>]*" rel="nofollow ugc noopener")>$/;

/** Nothing but the allow list between angle brackets, no raw bracket elsewhere, no hidden character. */
function expectInert(html: string): void {
  const tags = html.match(/<[^>]*>/g) ?? [];
  expect(tags.filter((tag) => !allowedTag.test(tag))).toEqual([]);
  expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/);
  expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(html.isWellFormed()).toBe(true);
}

function cleanOrRefused(html: string): string | null {
  try {
    return cleanRichText(html).html;
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    return null;
  }
}

describe('hostile strings', () => {
  const told = folder ? test : test.skip;
  told('every one becomes inert rich text or is refused, and cleaning again changes nothing', () => {
    const strings = hostileStrings();
    expect(strings.length).toBeGreaterThan(4_000);
    for (const one of strings) {
      for (const form of [one, `<p>${one}</p>`, `<a href="${one}">lien</a>`, `<a href='${one}'>lien</a>`, `<p title="${one}">x</p>`]) {
        const html = cleanOrRefused(form);
        if (html === null) continue;
        expectInert(html);
        expect(cleanRichText(html).html).toBe(html);
      }
    }
  });

  told('every one is kept as plain text without a control character, or is refused', () => {
    for (const one of hostileStrings()) {
      const read = readPlainText(one, 'many');
      if ('fault' in read) continue;
      expect(read.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(readPlainText(read.text, 'many')).toEqual(read);
    }
  });
});

describe('rich text', () => {
  test.each(['a\u0000b', '<p>\ud800</p>', '<b>\udfff</b>', '\u0007'])(
    'with U+0000, a control or half a character is refused (%j)',
    (html) => {
      expect(() => cleanRichText(html)).toThrow(InvalidInput);
      expect(readPlainText(html, 'many')).toHaveProperty('fault');
    },
  );

  test.each([
    ['<p>Bonjour <b>à</b> <i>tous</i></p><script>alert(1)</script>', '<p>Bonjour <strong>à</strong> <em>tous</em></p>'],
    ['<h1>Titre</h1><div>un</div><ul><li>deux</ul>', '<h3>Titre</h3><p>un</p><ul><li>deux</li></ul>'],
    [
      '<a href="https://exemple.fr/a?b=1&c=2" onclick="x()" target=_blank>ici</a>',
      '<a href="https://exemple.fr/a?b=1&amp;c=2" rel="nofollow ugc noopener">ici</a>',
    ],
    ['<a href="mailto:mairie@exemple.fr">écrire</a>', '<a href="mailto:mairie@exemple.fr" rel="nofollow ugc noopener">écrire</a>'],
    ['<a href="java&#x202e;script:alert(1)">x</a><a href="//ailleurs.fr">y</a><a href="/ici">z</a>', 'xyz'],
    ['<img src=x onerror=alert(1)>reste', 'reste'],
    ['&#x202e;retourné&#0;', 'retourné\ufffd'],
    ['<p>&#x338;suite</p>', '<p>suite</p>'],
    ['1 < 2 & 3', '1 &lt; 2 &amp; 3'],
  ])('%s', (sent, kept) => expect(cleanRichText(sent).html).toBe(kept));

  test('tells its words for search and mails', () => {
    expect(cleanRichText('<h3>Pourquoi ?</h3><ul><li>l’air &amp; le bruit</li><li>la place</li></ul>').text).toBe(
      'Pourquoi ?\n\nl’air & le bruit\n\nla place',
    );
  });

  test('cleaned twice is the same, and inert, whatever was sent', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<a href="',
        '">',
        '<b',
        '<li>',
        '<ul>',
        '&#x',
        ';',
        '&lt;',
        '<svg>',
        '<!--',
        '-->',
        'javascript:',
        '\u0338',
        '\u0301',
        '<textarea>',
        '<a href=https://a.fr>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = cleanOrRefused(pieces.join(''));
        if (html === null) return;
        expectInert(html);
        expect(cleanRichText(html).html).toBe(html);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('words for search', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  test('are what PostgreSQL makes by lower(unaccent(text)), for European letters and punctuation', async () => {
    const letters = [
      ...range(0x21, 0x17f),
      ...range(0x1e00, 0x1e99),
      ...range(0x1ea0, 0x1ef9),
      ...range(0x218, 0x21b),
      ...range(0x2010, 0x203a),
    ]
      .map((code) => String.fromCodePoint(code))
      .filter((one) => /[\p{L}\p{Nd}\p{Pd}\p{Pi}\p{Pf}!-/:-@¡¿]/u.test(one) && !/[Ŀŀ]/.test(one)); // Catalan's old l with a dot has gone from use
    const rows = await app.db.rows<{ letter: string; plain: string }>(
      'SELECT letter, lower(unaccent(letter)) AS plain FROM unnest($1::text[]) AS letter',
      [letters],
    );
    const differing = rows
      .filter(({ letter, plain }) => plainWords(letter) !== plain)
      .map(({ letter, plain }) => `${letter}: ${plain} / ${plainWords(letter)}`);
    expect(differing).toEqual([]);
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
