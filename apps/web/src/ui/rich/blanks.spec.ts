import { absentFrom, bracketed, marked, unbracketed, unmarked } from './blanks.ts';

const blanks = { director: 'Directeur', host: 'Hébergeur' };
const html = '<p>Dirigé par {{director}}, chez <a href="https://exemple.fr/{{host}}">{{host}}</a>. {{unknown}}</p>';

test('a blank is shown by its words in the editor and in the plain textarea, and kept as it was', () => {
  expect(marked(html, blanks)).toBe(
    '<p>Dirigé par <span data-blank="director"></span>, chez <a href="https://exemple.fr/{{host}}"><span data-blank="host"></span></a>. {{unknown}}</p>',
  );
  expect(unmarked(marked(html, blanks).replaceAll('></span>', ' class="x">Directeur</span>'))).toBe(html);
  expect(bracketed('Dirigé par {{director}}', blanks)).toBe('Dirigé par [Directeur]');
  expect(unbracketed('Dirigé par [Directeur], [note]', blanks)).toBe('Dirigé par {{director}}, [note]');
});

test('a blank that was taken out of the text is told', () => {
  expect(absentFrom('<p>{{host}}</p>', blanks)).toEqual(['director']);
});
