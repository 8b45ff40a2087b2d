import type { Sql } from '../../platform/database/index.ts';
import { coreTable } from './core-table.queries.ts';

const numbered = 'c.municipality_id = x.municipality_id AND c.id = x.contribution_id';
const own = 'x.municipality_id = $1 AND x.consultation_id = $2';
const subject = [
  ['contribution', 'integer', 'c.number'],
  ['contribution_id', 'string'],
] as const;

/** Tables of a consultation whatever its ways of taking part; what a kind alone knows is in the kind's own tables. */
export const consultationTables = [
  coreTable('phases', {
    from: `visible_phases x WHERE ${own}`,
    key: [['x.id', 'uuid']],
    columns: [
      ['id', 'string'],
      ['kind', 'string'],
      ['title', 'string'],
      ['description', 'string'],
      ['starts_at', 'datetime'],
      ['ends_at', 'datetime'],
    ],
  }),
  coreTable('activities', {
    from: `visible_activities x WHERE ${own}`,
    key: [['x.id', 'uuid']],
    columns: [
      ['id', 'string'],
      ['kind', 'string'],
      ['slug', 'string'],
      ['title', 'string'],
      ['intro', 'string'],
    ],
  }),
  coreTable('participation-by-day', {
    from: `visible_participation x WHERE ${own} AND x.unit = 'day'`,
    key: [['x.since', 'date']],
    columns: [
      ['day', 'date', 'x.since'],
      ['contributions', 'integer'],
      ['comments', 'integer'],
      ['supports', 'integer'],
      ['people', 'integer'],
    ],
  }),
  coreTable('people-by-level', {
    from: `(SELECT p.municipality_id, p.consultation_id, n.slot, (ARRAY['imported', 'email', 'post', 'register', 'identity_provider', 'paper'])[n.slot] AS level, n.people
      FROM visible_consultation_people p CROSS JOIN LATERAL unnest(p.by_level) WITH ORDINALITY AS n(people, slot)) AS x WHERE ${own}`,
    key: [['x.slot', 'bigint']],
    columns: [
      ['level', 'string'],
      ['people', 'integer'],
    ],
  }),
  coreTable('comments', {
    from: `visible_comments x JOIN visible_contributions s ON s.municipality_id = x.municipality_id AND s.id = x.subject_id
      JOIN visible_authors a ON a.municipality_id = x.municipality_id AND a.contribution_id = x.id WHERE ${own}`,
    key: [['x.id', 'uuid']],
    columns: [
      ['id', 'string'],
      ['subject', 'integer', 's.number'],
      ['subject_id', 'string'],
      ['parent_id', 'string'],
      ['author', 'string', 'a.author'],
      ['source', 'string', 'a.source'],
      ['stance', 'string', 'CASE WHEN x.parent_id IS NULL THEN x.stance END'],
      ['body', 'string'],
      ['state', 'string', 'x.publication'],
      ['moderation', 'string'],
      ['counted', 'boolean', "x.publication = 'published' AND NOT x.is_place_only AND s.publication = 'published' AND NOT s.is_place_only"],
      ['channel', 'string'],
      ['published_at', 'datetime'],
      ['revision', 'integer'],
    ],
  }),
  coreTable('contribution-states', {
    from: `visible_traces x WHERE ${own}`,
    key: [['x.id', 'uuid']],
    columns: [
      ['id', 'string'],
      ['number', 'integer'],
      ['kind', 'string'],
      ['subject', 'integer', 'x.subject_number'],
      ['subject_id', 'string'],
      ['state', 'string'],
      ['rule_version', 'integer'],
      ['rule_number', 'integer'],
      ['decided_at', 'datetime'],
      ['published_at', 'datetime'],
    ],
  }),
  coreTable('revisions', {
    from: `visible_revisions x JOIN visible_contributions c ON ${numbered} WHERE x.municipality_id = $1 AND c.consultation_id = $2`,
    key: [
      ['x.contribution_id', 'uuid'],
      ['x.revision', 'int'],
    ],
    columns: [
      ...subject,
      ['revision', 'integer'],
      ['title', 'string', "x.content->'title'"],
      ['text', 'string', "x.content->'text'"],
      ['reason', 'string'],
      ['edited_at', 'datetime'],
    ],
  }),
  coreTable('links', {
    from: `visible_links x JOIN visible_contributions f ON f.municipality_id = x.municipality_id AND f.id = x.from_id
      JOIN visible_contributions t ON t.municipality_id = x.municipality_id AND t.id = x.to_id WHERE x.municipality_id = $1 AND f.consultation_id = $2`,
    key: [
      ['x.from_id', 'uuid'],
      ['x.link', 'text'],
    ],
    columns: [
      ['from', 'integer', 'f.number'],
      ['from_id', 'string'],
      ['to', 'integer', 't.number'],
      ['to_id', 'string'],
      ['link', 'string'],
      ['reason', 'string'],
      ['made_at', 'datetime'],
    ],
  }),
  coreTable('imported-totals', {
    from: `visible_imported_tallies x JOIN visible_contributions c ON ${numbered} WHERE x.municipality_id = $1 AND c.consultation_id = $2`,
    key: [
      ['x.contribution_id', 'uuid'],
      ['x.label', 'text'],
    ],
    columns: [...subject, ['label', 'string'], ['count', 'integer']],
  }),
  coreTable('decisions', {
    from: `visible_decisions x JOIN visible_contributions c ON ${numbered} WHERE x.municipality_id = $1 AND c.consultation_id = $2`,
    key: [['x.id', 'uuid']],
    columns: [
      ['id', 'string'],
      ...subject,
      ['contribution_kind', 'string', 'c.kind'],
      ['revision', 'integer'],
      ['act', 'string'],
      ['rule_version', 'integer'],
      ['rule_number', 'integer'],
      ['reason', 'string'],
      ['decided_at', 'datetime'],
      ['on_appeal', 'boolean', 'x.appeal_id IS NOT NULL'],
    ],
  }),
  coreTable('moderation-acts', {
    from: `(SELECT a.*, round(extract(epoch FROM a.decided_at - a.waited_since) / 3600, 1) AS hours FROM visible_moderation_acts a) AS x WHERE ${own}`,
    key: [['x.id', 'uuid']],
    columns: [
      ['id', 'string'],
      ['kind', 'string'],
      ['act', 'string'],
      ['rule_version', 'integer'],
      ['rule_number', 'integer'],
      ['hours', 'number'],
      ['decided_at', 'datetime'],
      ['on_appeal', 'boolean', 'x.is_appeal'],
      ['contested_act', 'string'],
    ],
  }),
  coreTable('responses', {
    from: `visible_responses x WHERE ${own}`,
    key: [['x.id', 'uuid']],
    columns: [
      ['id', 'string'],
      ['activity_id', 'string'],
      ['status', 'string'],
      ['body', 'string', 'x.body_text'],
      ['signed_as', 'string'],
      ['published_at', 'datetime'],
    ],
  }),
  coreTable('response-subjects', {
    from: `visible_response_subjects x JOIN visible_responses r ON r.municipality_id = x.municipality_id AND r.id = x.response_id
      JOIN visible_contributions c ON ${numbered} WHERE x.municipality_id = $1 AND r.consultation_id = $2`,
    key: [
      ['x.response_id', 'uuid'],
      ['x.contribution_id', 'uuid'],
    ],
    columns: [['response_id', 'string'], ...subject],
  }),
  coreTable('commitments', {
    from: `visible_commitments x WHERE ${own}`,
    key: [['x.id', 'uuid']],
    columns: [
      ['id', 'string'],
      ['response_id', 'string'],
      ['title', 'string'],
      ['due_on', 'date'],
      ['state', 'string'],
      ['progress', 'integer'],
      ['cost_cents', 'integer'],
      ['voted_cents', 'integer'],
      ['note', 'string'],
      ['updated_at', 'datetime'],
    ],
  }),
  coreTable('milestones', {
    from: `visible_milestones x JOIN visible_commitments c ON c.municipality_id = x.municipality_id AND c.id = x.commitment_id WHERE x.municipality_id = $1 AND c.consultation_id = $2`,
    key: [['x.id', 'uuid']],
    columns: [
      ['id', 'string'],
      ['commitment_id', 'string'],
      ['title', 'string'],
      ['due_on', 'date'],
      ['done_on', 'date'],
      ['note', 'string'],
    ],
  }),
  coreTable('history', {
    from: `visible_history x LEFT JOIN visible_contributions c ON ${numbered} WHERE ${own}`,
    key: [['x.id', 'uuid']],
    columns: [
      ['id', 'string'],
      ...subject,
      ['act', 'string'],
      ['role', 'string'],
      ['reason', 'string'],
      ['people', 'integer', `(x.detail->>'people')::int`],
      ['at', 'datetime'],
    ],
  }),
];

/** The activities of a consultation with what their kinds' tables need. */
export async function readDataActivities(
  db: Sql,
  municipalityId: string,
  consultationId: string,
): Promise<{ id: string; kind: string; slug: string; title: string }[]> {
  return db.rows(
    'SELECT id, kind, slug, title FROM visible_activities WHERE municipality_id = $1 AND consultation_id = $2 ORDER BY position, id',
    [municipalityId, consultationId],
  );
}
