import fc from 'fast-check';
import { linkParts } from './link-text.ts';

test('nothing of a text is lost, added or hidden', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.oneof(fc.webUrl(), fc.string())).map((all) => all.join(' ')),
      ),
      (text) => {
        expect(
          linkParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      },
    ),
  ));

test('a link is http or https and leads where its words say', () =>
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
      for (const { text, href } of linkParts(`Voyez ${url} et javascript:alert(1)`)) {
        if (href) expect([new URL(text).href, /^https?:/.test(href)]).toEqual([href, true]);
      }
    }),
  ));

test.each([
  ['Lisez https://exemple.fr/plan.', ['https://exemple.fr/plan']],
  ['(voir https://fr.wikipedia.org/wiki/Parvis_(lieu))', ['https://fr.wikipedia.org/wiki/Parvis_(lieu)']],
  ['« https://exemple.fr »', ['https://exemple.fr']],
  ['https://mairie.fr@ailleurs.example/ et http://localhost/ et ftp://x.fr', []],
])('%s', (text, links) => {
  expect(
    linkParts(text)
      .filter((part) => part.href)
      .map((part) => part.text),
  ).toEqual(links);
});
