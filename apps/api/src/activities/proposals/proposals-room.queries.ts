import type { PublishedProposal } from '@parvis/shared/activities/proposals/count.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { ContributionPoint } from '../../core/activities/index.ts';

/** Public figures of some activities; people are those who deposited or supported, each once in an activity. */
export async function readActivityCounts(
  db: Sql,
  municipalityId: string,
  activityIds: readonly string[],
): Promise<{ activity_id: string; proposals: number; supports: number; comments: number; answered: number }[]> {
  return db.rows(
    `
    SELECT activity_id, count(*)::int AS proposals, sum(supports)::int AS supports, sum(comments)::int AS comments, (count(*) FILTER (WHERE is_answered))::int AS answered
    FROM visible_tallies WHERE municipality_id = $1 AND activity_id = ANY ($2) AND is_listed GROUP BY activity_id`,
    [municipalityId, activityIds],
  );
}

/** What the kind's count reads; at most 100,000. */
export async function readPublished(db: Sql, municipalityId: string, activityId: string): Promise<PublishedProposal[]> {
  return db.rows<PublishedProposal>(
    `
    SELECT p.number, p.title, t.supports FROM visible_tallies t JOIN visible_proposals p ON p.municipality_id = t.municipality_id AND p.id = t.contribution_id
    WHERE t.municipality_id = $1 AND t.activity_id = $2 AND t.is_listed ORDER BY p.number LIMIT 100000`,
    [municipalityId, activityId],
  );
}

export interface ExportRow {
  readonly cursor: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Proposals for the open data, one row each, by number; a text that was taken away leaves its place. Authors stand under their pseudonym. */
export async function readProposalRows(
  db: Sql,
  municipalityId: string,
  activityId: string,
  after: string | null,
  limit: number,
): Promise<ExportRow[]> {
  return db.rows<ExportRow>(
    `
    SELECT p.number::text AS cursor, jsonb_build_object('number', p.number, 'id', p.id, 'author', a.author, 'source', a.source, 'title', p.title, 'body', p.body_text, 'category', coalesce(p.category_id, ''),
      'area', coalesce(p.area_id, ''), 'address', p.address, 'longitude', p.lon, 'latitude', p.lat, 'state', p.publication, 'moderation', p.moderation, 'status', p.status,
      'channel', p.channel, 'published_at', p.published_at, 'revision', p.revision, 'supports', t.supports, 'supports_imported', t.supports_by_level[1], 'supports_email', t.supports_by_level[2],
      'supports_post', t.supports_by_level[3], 'supports_register', t.supports_by_level[4], 'supports_identity_provider', t.supports_by_level[5], 'supports_paper', t.supports_by_level[6],
      'comments', t.comments, 'comments_for', t.comments_for, 'comments_against', t.comments_against, 'answered', t.is_answered) AS row
    FROM visible_proposals p JOIN visible_tallies t ON t.municipality_id = p.municipality_id AND t.contribution_id = p.id
    JOIN visible_authors a ON a.municipality_id = p.municipality_id AND a.contribution_id = p.id
    WHERE p.municipality_id = $1 AND p.activity_id = $2 AND p.number > coalesce($3::int, 0) ORDER BY p.number LIMIT $4`,
    [municipalityId, activityId, after, limit],
  );
}

/** The number of the first proposal after `after`, or null. */
export async function readNextProposal(db: Sql, municipalityId: string, activityId: string, after: string | null): Promise<string | null> {
  const row = await db.one<{ number: string }>(
    `
    SELECT min(number)::text AS number FROM visible_contributions WHERE municipality_id = $1 AND activity_id = $2 AND kind = 'proposal' AND number > coalesce($3::int, 0)`,
    [municipalityId, activityId, after],
  );
  return row?.number ?? null;
}

/** Listed proposals that have a place, most supported first. */
export async function readPlaces(db: Sql, municipalityId: string, activityId: string, limit: number): Promise<ContributionPoint[]> {
  return db.rows<ContributionPoint>(
    `
    SELECT p.number, p.title, p.lon, p.lat FROM visible_tallies t JOIN visible_proposals p ON p.municipality_id = t.municipality_id AND p.id = t.contribution_id
    WHERE t.municipality_id = $1 AND t.activity_id = $2 AND t.is_listed AND p.lon IS NOT NULL ORDER BY t.supports DESC, t.contribution_id LIMIT $3`,
    [municipalityId, activityId, limit],
  );
}

/** Supports added up by proposal, week of the town's calendar, level and channel: a day would often tell of one person (docs/decisions/0032). */
export async function readSupportRows(
  db: Sql,
  municipalityId: string,
  activityId: string,
  after: string | null,
  limit: number,
): Promise<ExportRow[]> {
  return db.rows<ExportRow>(
    `
    WITH next AS ( -- every proposal among them has a row at least, so this many are enough
      SELECT p.id, p.number FROM visible_contributions p
      WHERE p.municipality_id = $1 AND p.activity_id = $2 AND p.kind = 'proposal' AND p.number >= coalesce(split_part($3, '|', 1)::int, 0)
        AND EXISTS (SELECT FROM visible_supports s WHERE s.municipality_id = $1 AND s.contribution_id = p.id)
      ORDER BY p.number LIMIT $4 + 1),
    counted AS (
      SELECT n.number, date_trunc('week', s.day)::date::text AS week, s.level, s.channel, count(*)::int AS supports
      FROM next n JOIN visible_supports s ON s.municipality_id = $1 AND s.contribution_id = n.id GROUP BY n.number, week, s.level, s.channel)
    SELECT concat_ws('|', number, week, level, channel) AS cursor, jsonb_build_object('proposal', number, 'week', week, 'level', level, 'channel', channel, 'supports', supports) AS row
    FROM counted
    WHERE $3::text IS NULL OR (number, week, level, channel) > (split_part($3, '|', 1)::int, split_part($3, '|', 2), split_part($3, '|', 3)::int, split_part($3, '|', 4))
    ORDER BY number, week, level, channel LIMIT $4`,
    [municipalityId, activityId, after, limit],
  );
}

/** The themes that people choose from, in the order in which they are offered. */
export async function readCategoryRows(
  db: Sql,
  municipalityId: string,
  activityId: string,
  after: string | null,
  limit: number,
): Promise<ExportRow[]> {
  return db.rows<ExportRow>(
    `
    SELECT c.at::text AS cursor, jsonb_build_object('id', c.one->>'id', 'name', c.one->>'name') AS row
    FROM visible_activities a CROSS JOIN LATERAL jsonb_array_elements(a.settings->'categories') WITH ORDINALITY AS c(one, at)
    WHERE a.municipality_id = $1 AND a.id = $2 AND c.at > coalesce($3::int, 0) ORDER BY c.at LIMIT $4`,
    [municipalityId, activityId, after, limit],
  );
}
