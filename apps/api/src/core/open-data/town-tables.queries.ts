import type { Sql } from '../../platform/database/index.ts';
import { coreTable } from './core-table.queries.ts';

/** Tables of the town itself. */
export const townTables = [
  coreTable('consultations', {
    from: 'visible_consultations x WHERE x.municipality_id = $1',
    key: [['x.id', 'uuid']],
    columns: [
      ['id', 'string'],
      ['slug', 'string'],
      ['title', 'string'],
      ['question', 'string'],
      ['summary', 'string'],
      ['body', 'string', 'x.body_text'],
      ['state', 'string'],
      ['decided_by', 'string'],
      ['decided_on', 'date'],
      ['what_then', 'string'],
      ['response_delay_days', 'integer'],
      ['version', 'integer'],
      ['published_at', 'datetime'],
      ['closed_at', 'datetime'],
      ['archived_at', 'datetime'],
    ],
  }),
  coreTable('areas', {
    from: 'visible_areas x WHERE x.municipality_id = $1',
    key: [['x.id', 'text']],
    columns: [
      ['id', 'string'],
      ['name', 'string'],
      ['position', 'integer'],
    ],
  }),
  coreTable('numbers', {
    from: 'visible_numbers x WHERE x.municipality_id = $1',
    key: [['x.number', 'int']],
    columns: [
      ['number', 'integer'],
      ['id', 'string'],
      ['kind', 'string'],
      ['consultation', 'string'],
      ['state', 'string'],
    ],
  }),
  coreTable('moderation-rules', {
    from: `visible_moderation_rules r JOIN visible_moderation_rule_versions v ON v.municipality_id = r.municipality_id AND v.version = r.version JOIN visible_municipalities m ON m.municipality_id = r.municipality_id
      CROSS JOIN LATERAL (SELECT r.municipality_id, r.version, r.number, t.key AS language, t.value->>'title' AS title, t.value->>'body' AS body FROM jsonb_each(r.texts) AS t
        UNION ALL SELECT r.municipality_id, r.version, r.number, m.languages[1], r.title, r.body WHERE r.texts = '{}') AS x WHERE x.municipality_id = $1`,
    key: [
      ['x.version', 'int'],
      ['x.number', 'int'],
      ['x.language', 'text'],
    ],
    columns: [
      ['version', 'integer'],
      ['number', 'integer'],
      ['language', 'string'],
      ['title', 'string'],
      ['body', 'string'],
      ['published_at', 'datetime', 'v.published_at'],
    ],
  }),
  coreTable('legal-pages', {
    from: 'visible_legal_pages x WHERE x.municipality_id = $1',
    key: [
      ['x.page', 'text'],
      ['x.language', 'text'],
      ['x.version', 'int'],
    ],
    columns: [
      ['page', 'string'],
      ['language', 'string'],
      ['version', 'integer'],
      ['title', 'string'],
      ['body_html', 'string'],
      ['published_at', 'datetime'],
    ],
  }),
];

/** Public consultations, the latest published first, at most 200. */
export async function readOpenConsultations(
  publicDb: Sql,
  municipalityId: string,
): Promise<{ slug: string; title: string; publishedAt: string }[]> {
  return publicDb.rows(
    `
    SELECT slug, title, published_at AS "publishedAt" FROM visible_consultations WHERE municipality_id = $1 ORDER BY published_at DESC, id DESC LIMIT 200`,
    [municipalityId],
  );
}
