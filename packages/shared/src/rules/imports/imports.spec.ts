import fc from 'fast-check';
import { findDelimiter } from './delimiter.ts';
import { mapRecord, type MappingTools } from './map-record.ts';
import { columnsOf, type RecordMapping } from './mapping.ts';
import { readField } from './read-field.ts';
import { readyMappings } from './ready-mappings.ts';
import { sourceDate } from './source-date.ts';

const tools: MappingTools = {
  clean: (html) => ({ html, text: html.replace(/<[^>]*>/g, '') }),
  categories: new Map([
    ['voirie', 'voirie'],
    ['rues et places', 'voirie'],
  ]),
};
const proposal: RecordMapping = {
  kind: 'proposal',
  key: 'id',
  title: 'titre',
  body: ['texte'],
  at: ['date'],
  category: 'theme',
  lon: 'lon',
  lat: 'lat',
  tallies: [{ column: 'votes', label: 'Votes' }],
};
const good = {
  id: '7',
  titre: 'Un banc',
  texte: 'Près de la fontaine',
  date: '2019-01-16',
  theme: 'Rues et places',
  lon: '3,05',
  lat: '50.6',
  votes: '12',
};

describe('a row of another platform', () => {
  test('becomes a proposal with its figures', () => {
    const { rows, faults } = mapRecord({ values: good }, 2, [proposal], tools);
    expect(faults).toEqual([]);
    expect(rows[0]).toMatchObject({
      kind: 'proposal',
      line: 2,
      key: '7',
      authorKey: null,
      content: {
        title: 'Un banc',
        html: '<p>Près de la fontaine</p>',
        text: 'Près de la fontaine',
        at: '2019-01-16T00:00:00',
        category: 'voirie',
        lon: 3.05,
        lat: 50.6,
        publication: 'published',
        tallies: [['Votes', 12]],
      },
    });
  });

  test.each<[string, object, string, string]>([
    ['without a title', { titre: ' \u200b ' }, 'titre', 'required'],
    ['with a title of 301 signs', { titre: 'x'.repeat(301) }, 'titre', 'too-long'],
    ['without a text', { texte: '' }, 'texte', 'required'],
    ['with a zero character', { texte: 'a\u0000b' }, 'texte', 'control-character'],
    ['with half a character', { titre: '\ud800' }, 'titre', 'not-well-formed'],
    ['with a day that does not exist', { date: '2019-02-30' }, 'date', 'not-a-moment'],
    ['with a place that is no number', { lat: 'nord' }, 'lat', 'not-a-number'],
    ['with a place off the globe', { lon: '200' }, 'lon', 'out-of-range'],
    ['with half a vote', { votes: '1.5' }, 'votes', 'not-a-count'],
    ['without a key', { id: '' }, 'id', 'required'],
  ])('%s is told with its column and not taken', (_, change, column, code) => {
    const { rows, faults } = mapRecord({ values: { ...good, ...change } }, 9, [proposal], tools);
    expect(rows).toEqual([]);
    expect(faults).toContainEqual(expect.objectContaining({ line: 9, column, code }));
  });

  test('of an unknown category is taken without one, and told', () => {
    const { rows, faults } = mapRecord({ values: { ...good, theme: 'Sports' } }, 3, [proposal], tools);
    expect(faults).toEqual([{ line: 3, column: 'theme', code: 'unknown-category', shown: 'Sports' }]);
    expect(rows[0]!.content.category).toBeNull();
  });

  test('with a list inside makes one row for each member', () => {
    const opinion = {
      id: 1,
      title: 'Ouvrir les données',
      body: '<p>Oui</p>',
      author: 'a1',
      created_at: '2015-09-26T02:27:54+0200',
      is_trashed: true,
      votes_ok: 3,
      votes_mitige: 1,
      votes_nok: 0,
      arguments: [
        { id: 5, type: 1, body: 'Utile', author: 'a2', created_at: '2015-10-01T00:00:00+0200', votes_count: 2 },
        { id: 6, type: 0, body: 'Cher', author: 'a1', created_at: '2015-10-01T00:00:00+0200', votes_count: 0 },
      ],
    };
    const { rows, faults } = mapRecord({ values: opinion }, 1, readyMappings['cap-collectif-opinions'].records, tools);
    expect(faults).toEqual([]);
    expect(rows.map((row) => [row.kind, row.key, row.subjectKey, row.authorKey, row.content.stance ?? row.content.publication])).toEqual([
      ['proposal', '1', null, 'a1', 'withdrawn'],
      ['comment', '5', '1', 'a2', 'for'],
      ['comment', '6', '1', 'a1', 'against'],
    ]);
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'with the stance « %s » is told as having none: a word of the language is no value of the mapping',
    (stance) => {
      const comment: RecordMapping = {
        kind: 'comment',
        key: 'id',
        subject: 'sujet',
        body: ['texte'],
        stance: { column: 'position', values: { pour: 'for' } },
      };
      const { faults } = mapRecord({ values: { id: '1', sujet: '7', texte: 'Oui', position: stance } }, 4, [comment], tools);
      expect(faults).toEqual([{ line: 4, column: 'position', code: 'not-a-stance', shown: stance }]);
    },
  );

  test('is never thrown over, whatever stands in it', () =>
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('id', 'titre', 'texte', 'date', 'lon', 'lat', 'votes', 'theme'), fc.anything()),
        (values) => {
          const { rows, faults } = mapRecord({ values }, 1, [proposal], tools);
          expect(rows.length === 1 || faults.length > 0).toBe(true);
        },
      ),
    ));
});

test.each([
  ['2015-09-26T02:27:54+0200', '2015-09-26T02:27:54+02:00'],
  ['2019-01-16 10:58:44 +0100', '2019-01-16T10:58:44+01:00'],
  ['2015-09-15 0 days 10:50:19', '2015-09-15T10:50:19'],
  ['2015-09-15', '2015-09-15T00:00:00'],
  ['2019-01-16T10:58:44.123Z', '2019-01-16T10:58:44.123Z'],
  ['hier', null],
  ['2019-13-01', null],
  ['0019-01-01', null],
  ['2019-01-01 25:00', null],
])('the moment %s is read as %s', (typed, read) => expect(sourceDate(typed)).toBe(read));

test.each([
  ['id;title/fr;"a,b,c,d"', ';'],
  ['id,parentId,text', ','],
  ['a\tb\tc', '\t'],
  ['"x;y";z|w|v', '|'],
  ['seul', ';'],
])('the delimiter of %s is %s', (header, sign) => expect(findDelimiter(header)).toBe(sign));

test('a field may stand after a marker, under a condition, and mean nothing', () => {
  const values = { url: 'http://exemple.fr/f/112/debates/23', type: 'Comment', parent: '-1', deep: { name: 'x' } };
  expect(readField({ values }, { column: 'url', after: '/debates/', prefix: 'debate/' })).toBe('debate/23');
  expect(readField({ values }, { column: 'url', after: '/proposals/' })).toBe('');
  expect(readField({ values }, { column: 'parent', nothing: ['-1'] })).toBe('');
  expect(readField({ values }, { column: 'url', when: { column: 'type', is: 'Debate' } })).toBe('');
  expect(readField({ values }, 'deep.name')).toBe('x');
});

test('a mapping tells every column that it reads', () => {
  expect(columnsOf(readyMappings['decidim-debate-comments'])).toEqual([
    'id',
    'body',
    'author/id',
    'created_at',
    'root_commentable_url',
    'commentable_id',
    'commentable_type',
    'alignment',
  ]);
});
