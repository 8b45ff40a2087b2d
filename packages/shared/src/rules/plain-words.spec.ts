import fc from 'fast-check';
import { plainWords } from './plain-words.ts';
import { htmlOfPlain, plainOf } from './rich-text.ts';
import { slugOf } from './slug.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('words as search compares them', () => {
  test.each([
    ['Élargir les TROTTOIRS à Noël', 'elargir les trottoirs a noel'],
    ['L’œuvre du bœuf, ça va', "l'oeuvre du boeuf, ca va"],
    ['Straße – Łódź', 'strasse - lodz'],
  ])('%s', (typed, plain) => expect(plainWords(typed)).toBe(plain));

  test('made twice are the same', () =>
    fc.assert(fc.property(anyText, (text) => expect(plainWords(plainWords(text))).toBe(plainWords(text)))));
});

describe('the readable part of an address', () => {
  test.each([
    ['Une rue sans voitures le dimanche ?', 'une-rue-sans-voitures-le-dimanche'],
    ['L’Île-d’Yeu & le port', 'l-ile-d-yeu-le-port'],
    ['Пешеходная улица', 'sans-titre'],
    ['---', 'sans-titre'],
  ])('%s', (title, slug) => expect(slugOf(title)).toBe(slug));

  test('ends after a whole word', () => expect(slugOf('Elargir les trottoirs de la rue du Moulin', { max: 20 })).toBe('elargir-les'));

  test('is a slug of at most the asked length, whatever the title', () =>
    fc.assert(
      fc.property(anyText, fc.integer({ min: 10, max: 80 }), (title, max) => {
        expect(slugOf(title, { max })).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slugOf(title, { max }).length).toBeLessThanOrEqual(max);
      }),
    ));
});

test('plain text made HTML reads as the same words', () =>
  fc.assert(
    fc.property(anyText, (text) => {
      const squeeze = (words: string): string => words.replace(/\s+/g, ' ').trim();
      expect(squeeze(plainOf(htmlOfPlain(text)))).toBe(squeeze(text));
    }),
  ));
