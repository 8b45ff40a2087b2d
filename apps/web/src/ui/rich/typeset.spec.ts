import fc from 'fast-check';
import { plainOf } from '@parvis/shared/rules/rich-text.ts';
import { htmlOf, paragraphsOf, typeset, typesetHtml } from './typeset.ts';

const shown = (text: string): string => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');

test('French signs stay with their word', () => {
  expect(shown(typeset('Et lui il coupe ? Non ! Voici : « rien » ; 52 000 € à 16 h.', 'fr'))).toBe(
    'Et lui il coupe_? Non_! Voici~: «~rien~»_; 52_000~€ à 16~h.',
  );
  expect(typeset('Really ? 52 000', 'en')).toBe('Really ? 52 000');
});

test('addresses and tags are left alone', () => {
  expect(shown(typesetHtml('<p>Voir <a href="https://a.fr/?b = c">ici</a> :</p>', 'fr'))).toBe(
    '<p>Voir <a href="https://a.fr/?b = c">ici</a>~:</p>',
  );
});

test('only the kind of space changes', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(' ', '?', '!', ':', ';', '«', '»', 'a', '1', '000', '%', '€', '\n') }), (text) => {
      expect(typeset(text, 'fr').replace(/[\u202f\u00a0]/g, ' ')).toBe(text);
    }),
  ));

test('plain text becomes paragraphs and comes back', () => {
  expect(paragraphsOf('Un\ndeux\n\n\ntrois\n')).toEqual([['Un', 'deux'], ['trois']]);
  expect(htmlOf('a < b\n\n<script>')).toBe('<p>a &lt; b</p><p>&lt;script&gt;</p>');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Rue Haute', 'a < b & c', '« Bonjour »', '1 > 0'), { minLength: 1 }),
      fc.constantFrom('\n', '\n\n'),
      (lines, gap) => {
        expect(plainOf(htmlOf(lines.join(gap)))).toBe(lines.join(gap));
      },
    ),
  );
});
