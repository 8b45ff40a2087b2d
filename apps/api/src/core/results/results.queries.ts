import type { Stretch } from '@parvis/shared/contracts/results.ts';
import type { Channel, CommitmentState, ConsultationState } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';

export interface ResultHeadRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: ConsultationState;
  readonly counted_at: string;
  readonly by_level: readonly number[] | null;
  /** Days of the town's calendar between which contributions were published; null without any. */
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly activities: readonly {
    readonly id: string;
    readonly kind: string;
    readonly slug: string;
    readonly title: string;
    readonly settings: Readonly<Record<string, unknown>>;
  }[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly commitments: readonly { readonly state: CommitmentState; readonly count: number }[];
  readonly imported: readonly { readonly label: string; readonly count: number; readonly contributions: number }[];
}

/** What the figures are about, with the small ones among them. One statement. */
export async function readResultHead(db: Sql, municipalityId: string, consultationId: string): Promise<ResultHeadRow | null> {
  return db.one<ResultHeadRow>(
    `
    SELECT k.id, k.slug, k.title, k.state, statement_timestamp() AS counted_at, w.by_level, s.first_day::text, s.last_day::text,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'slug', a.slug, 'title', a.title, 'settings', a.settings) ORDER BY a.position, a.id)
        FROM visible_activities a WHERE a.municipality_id = k.municipality_id AND a.consultation_id = k.id), '[]') AS activities,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) ORDER BY r.position, r.id) FROM visible_areas r WHERE r.municipality_id = k.municipality_id), '[]') AS areas,
      coalesce((SELECT jsonb_agg(jsonb_build_object('state', state, 'count', n)) FROM (
        SELECT c.state, count(*)::int AS n FROM visible_commitments c WHERE c.municipality_id = k.municipality_id AND c.consultation_id = k.id GROUP BY c.state) AS states), '[]') AS commitments,
      coalesce((SELECT jsonb_agg(jsonb_build_object('label', label, 'count', total, 'contributions', n) ORDER BY total DESC, label) FROM (
        SELECT i.label, sum(i.count)::bigint AS total, count(*)::int AS n FROM visible_imported_tallies i
        JOIN visible_contributions v ON v.municipality_id = i.municipality_id AND v.id = i.contribution_id
        WHERE i.municipality_id = k.municipality_id AND v.consultation_id = k.id GROUP BY i.label ORDER BY total DESC LIMIT 50) AS labels), '[]') AS imported
    FROM visible_consultations k
    JOIN visible_municipalities m ON m.municipality_id = k.municipality_id
    LEFT JOIN visible_consultation_people w ON w.municipality_id = k.municipality_id AND w.consultation_id = k.id
    LEFT JOIN LATERAL (
      SELECT (min(v.published_at) AT TIME ZONE m.time_zone)::date AS first_day, (max(v.published_at) AT TIME ZONE m.time_zone)::date AS last_day
      FROM visible_contributions v WHERE v.municipality_id = k.municipality_id AND v.consultation_id = k.id) AS s ON true
    WHERE k.municipality_id = $1 AND k.id = $2`,
    [municipalityId, consultationId],
  );
}

/** Listed contributions of an activity added up: by category, by quarter, by status, or all together; `code` is null where they have none. */
export interface BreakdownRow {
  readonly activity_id: string;
  readonly by: 'category' | 'area' | 'status' | 'all';
  readonly code: string | null;
  readonly contributions: number;
  readonly supports: number;
  readonly comments: number;
  readonly comments_for: number;
  readonly comments_against: number;
  readonly comments_neutral: number;
  readonly answered: number;
  readonly by_level: readonly number[];
}

/** Every break-down of the tallies in one pass over them: 100,000 take some 150 ms. */
export async function readBreakdown(db: Sql, municipalityId: string, consultationId: string): Promise<BreakdownRow[]> {
  return db.rows<BreakdownRow>(
    `
    SELECT activity_id, CASE GROUPING(category_id, area_id, status) WHEN 3 THEN 'category' WHEN 5 THEN 'area' WHEN 6 THEN 'status' ELSE 'all' END AS by,
      CASE GROUPING(category_id, area_id, status) WHEN 3 THEN category_id WHEN 5 THEN area_id WHEN 6 THEN status END AS code,
      count(*)::int AS contributions, sum(supports)::int AS supports, sum(comments)::int AS comments,
      sum(comments_for)::int AS comments_for, sum(comments_against)::int AS comments_against, sum(comments_neutral)::int AS comments_neutral,
      (count(*) FILTER (WHERE is_answered))::int AS answered,
      ARRAY[sum(supports_by_level[1]), sum(supports_by_level[2]), sum(supports_by_level[3]), sum(supports_by_level[4]), sum(supports_by_level[5]), sum(supports_by_level[6])]::int[] AS by_level
    FROM visible_tallies WHERE municipality_id = $1 AND consultation_id = $2 AND is_listed
    GROUP BY GROUPING SETS ((activity_id, category_id), (activity_id, area_id), (activity_id, status), (activity_id))`,
    [municipalityId, consultationId],
  );
}

/** Acts by day or week, oldest first; at most the last 400. */
export async function readTimeline(db: Sql, municipalityId: string, consultationId: string, unit: 'day' | 'week'): Promise<Stretch[]> {
  const latestFirst = await db.rows<Stretch>(
    `
    SELECT since::text AS since, contributions, comments, supports, people FROM visible_participation
    WHERE municipality_id = $1 AND consultation_id = $2 AND unit = $3 ORDER BY since DESC LIMIT 400`,
    [municipalityId, consultationId, unit],
  );
  return latestFirst.reverse();
}

/** By which doors contributions, comments and supports came in, the widest first; of what is listed now, as in the totals: without comments on what is not. */
export async function readChannels(
  db: Sql,
  municipalityId: string,
  consultationId: string,
): Promise<{ channel: Channel; contributions: number; comments: number; supports: number }[]> {
  return db.rows(
    `
    SELECT channel, sum(contributions)::int AS contributions, sum(comments)::int AS comments, sum(supports)::int AS supports FROM (
      SELECT v.channel, count(*) FILTER (WHERE v.kind <> 'comment') AS contributions, count(*) FILTER (WHERE v.kind = 'comment') AS comments, 0 AS supports
      FROM visible_contributions v
      LEFT JOIN visible_comments m ON m.municipality_id = v.municipality_id AND m.id = v.id
      LEFT JOIN visible_contributions o ON o.municipality_id = m.municipality_id AND o.id = m.subject_id
      WHERE v.municipality_id = $1 AND v.consultation_id = $2 AND v.publication = 'published' AND NOT v.is_place_only
        AND (v.kind <> 'comment' OR (o.publication = 'published' AND NOT o.is_place_only)) GROUP BY v.channel
      UNION ALL
      SELECT s.channel, 0, 0, count(*) FROM visible_supports s JOIN visible_contributions v ON v.municipality_id = s.municipality_id AND v.id = s.contribution_id
      WHERE v.municipality_id = $1 AND v.consultation_id = $2 AND v.publication = 'published' AND NOT v.is_place_only GROUP BY s.channel) AS doors
    GROUP BY channel ORDER BY sum(contributions + comments + supports) DESC, channel`,
    [municipalityId, consultationId],
  );
}
