import fc from 'fast-check';
import { fillLegalText, hasBrokenBlank, legalFields, missingFields, raiseHeadings } from './legal-pages.ts';
import { legalPages } from './words.ts';

const anyPage = fc.constantFrom(...legalPages);

test('a page is complete exactly when each of its required blanks holds more than spaces', () =>
  fc.assert(
    fc.property(anyPage, fc.nat(), (page, seed) => {
      const full = Object.fromEntries(legalFields[page].map((field) => [field.name, 'x']));
      expect(missingFields(page, full)).toEqual([]);
      const required = legalFields[page].filter((field) => field.required);
      const emptied = required[seed % required.length]!.name;
      expect(missingFields(page, { ...full, [emptied]: ' \n' })).toEqual([emptied]);
    }),
  ));

test('nothing that is typed into a blank becomes markup', () =>
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const html = fillLegalText('<p>Directeur : {{director}}</p>', { director: typed });
      expect(html.replace(/<\/?p>|<br \/>/g, '')).not.toMatch(/[<>]/);
    }),
  ));

test('an optional line without its value goes, and the others keep their place', () => {
  const html = '<p>Hébergeur : {{host}}</p><ul><li>Audit : {{auditor}}, {{auditedOn}}</li></ul><p>Fin</p>';
  expect(fillLegalText(html, { host: 'OVH\n2 rue K.' })).toBe('<p>Hébergeur : OVH<br />2 rue K.</p><p>Fin</p>');
  expect(fillLegalText(html, { host: 'OVH', auditor: 'A11Y & Cie' })).toBe(
    '<p>Hébergeur : OVH</p><ul><li>Audit : A11Y &amp; Cie, …</li></ul><p>Fin</p>',
  );
});

test('the public never reads a brace, and a broken blank is known from a whole one', () => {
  expect(fillLegalText('<p>{{director}} {{direct}} {{ director }} {{}} director}} {{host</p>', { director: 'La maire' })).toBe(
    '<p>La maire …  director   director host</p>',
  );
  expect(hasBrokenBlank('legal-notice', '<p>{{director}}, {{host}}</p>')).toBe(false);
  for (const text of ['{{direct}}', '{{ director }}', 'director}}', '{{dpo}}']) expect(hasBrokenBlank('legal-notice', text)).toBe(true);
});

test('sections of a page stand right below its title', () => {
  expect(raiseHeadings('<h3>Éditeur</h3><h4>Adresse</h4>')).toBe('<h2>Éditeur</h2><h3>Adresse</h3>');
});
