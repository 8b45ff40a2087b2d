import type { ImportMapping } from './mapping.ts';

const stances = { '1': 'for', '0': 'neutral', '-1': 'against' } as const;

/**
 * Exports of other platforms, read without writing a mapping. The source's name may be changed before an import, so that two exports of
 * one platform stay apart. Labels are French: they are kept with the figures.
 */
export const readyMappings = {
  /** Cap Collectif's public API, one opinion a line: proposals with arguments and three-way votes. */
  'cap-collectif-opinions': {
    source: 'cap-collectif',
    format: 'json',
    records: [
      {
        kind: 'proposal',
        key: 'id',
        title: 'title',
        body: ['body'],
        html: true,
        author: 'author',
        at: ['created_at'],
        category: 'type.subtitle',
        withdrawn: { column: 'is_trashed', is: 'true', reason: 'Mise à la corbeille sur la plateforme d’origine.' },
        tallies: [
          { column: 'votes_ok', label: 'D’accord' },
          { column: 'votes_mitige', label: 'Mitigé' },
          { column: 'votes_nok', label: 'Pas d’accord' },
        ],
      },
      {
        kind: 'comment',
        each: 'arguments',
        key: 'id',
        subject: '^id',
        body: ['body'],
        author: 'author',
        at: ['created_at'],
        stance: { column: 'type', values: { '1': 'for', '0': 'against' } },
        tallies: [{ column: 'votes_count', label: 'Votes' }],
      },
    ],
  },
  /** Decidim: debates come as proposals, for all their comments hang on them. */
  'decidim-debates': {
    source: 'decidim',
    format: 'csv',
    records: [
      {
        kind: 'proposal',
        key: { column: 'id', prefix: 'debate/' },
        title: 'title/fr',
        body: ['description/fr'],
        html: true,
        author: { column: 'author_id', prefix: 'user/' },
        at: ['created_at'],
      },
    ],
  },
  /** Decidim: comments of debates, after the debates. */
  'decidim-debate-comments': {
    source: 'decidim',
    format: 'csv',
    records: [
      {
        kind: 'comment',
        key: 'id',
        body: ['body'],
        author: { column: 'author/id', prefix: 'user/' },
        at: ['created_at'],
        stance: { column: 'alignment', values: stances },
        subject: { column: 'root_commentable_url', after: '/debates/', prefix: 'debate/' },
        parent: { column: 'commentable_id', when: { column: 'commentable_type', is: 'Decidim::Comments::Comment' } },
      },
    ],
  },
  'decidim-proposals': {
    source: 'decidim',
    format: 'csv',
    records: [
      {
        kind: 'proposal',
        key: { column: 'id', prefix: 'proposal/' },
        title: 'title',
        body: ['body'],
        at: ['created_at'],
        category: 'category/name/fr',
        tallies: [{ column: 'votes', label: 'Votes' }],
      },
    ],
  },
  /** CONSUL (Decide Madrid): proposals with their supports. */
  'consul-proposals': {
    source: 'consul',
    format: 'csv',
    records: [
      {
        kind: 'proposal',
        key: 'id',
        title: 'title',
        body: ['summary', 'text'],
        author: 'userId',
        at: ['date'],
        tallies: [{ column: 'numSupports', label: 'Soutiens' }],
      },
    ],
  },
  /** CONSUL: comments, after the proposals. Removed comments have a blank text there; their places hold the thread together. */
  'consul-comments': {
    source: 'consul',
    format: 'csv',
    records: [
      {
        kind: 'comment',
        key: 'id',
        subject: 'proposalId',
        parent: { column: 'parentId', nothing: ['-1'] },
        body: ['text'],
        blankBody: 'place',
        author: 'userId',
        at: ['date', 'time'],
        tallies: [
          { column: 'numPositiveVotes', label: 'Pour' },
          { column: 'numNegativeVotes', label: 'Contre' },
        ],
      },
    ],
  },
} as const satisfies Readonly<Record<string, ImportMapping>>;

export type ReadyMapping = keyof typeof readyMappings;
export const readyMappingNames = Object.keys(readyMappings) as ReadyMapping[];
