import type { Sql } from '../../platform/database/index.ts';

/** One thing that happened in public; `path` is below the language, without the readable end for contributions. */
export interface FeedRow {
  readonly id: string;
  readonly what: 'consultation' | 'contribution' | 'response' | 'milestone';
  readonly title: string;
  readonly text: string;
  readonly path: string;
  readonly at: string;
}

const perKind = 30;

/**
 * The latest public news of the town, or of one consultation (`slug`): consultations published, contributions with a page, answers, milestones
 * that were reached; the latest first. Each kind is read by its own index, so that no kind crowds out another.
 */
export async function readNews(publicDb: Sql, municipalityId: string, slug: string | null): Promise<FeedRow[]> {
  return publicDb.rows<FeedRow>(
    `
    WITH scope AS (SELECT id, slug, title FROM visible_consultations WHERE municipality_id = $1 AND ($2::text IS NULL OR slug = $2))
    SELECT id, what, title, left(text, 1000) AS text, path, at FROM (
      (SELECT k.id, 'consultation' AS what, k.title, k.summary AS text, '/consultations/' || k.slug AS path, k.published_at AS at
        FROM visible_consultations k WHERE k.municipality_id = $1 AND ($2::text IS NULL OR k.slug = $2) ORDER BY k.published_at DESC LIMIT ${perKind})
      UNION ALL
      (SELECT v.id, 'contribution', coalesce(r.content->>'title', ''), coalesce(r.content->>'text', ''), '/p/' || v.number, v.published_at
        FROM (SELECT v.* FROM visible_contributions v JOIN scope s ON s.id = v.consultation_id
          WHERE v.municipality_id = $1 AND v.number IS NOT NULL AND v.publication = 'published' AND NOT v.is_place_only ORDER BY v.published_at DESC LIMIT ${perKind}) AS v
        JOIN visible_revisions r ON r.municipality_id = v.municipality_id AND r.contribution_id = v.id AND r.revision = v.revision)
      UNION ALL
      (SELECT r.id, 'response', s.title, r.body_text, '/consultations/' || s.slug || '/reponses', r.published_at
        FROM visible_responses r JOIN scope s ON s.id = r.consultation_id WHERE r.municipality_id = $1 ORDER BY r.published_at DESC LIMIT ${perKind})
      UNION ALL
      (SELECT m.id, 'milestone', m.title, c.title, '/consultations/' || s.slug || '/reponses', m.done_on::timestamp AT TIME ZONE 'UTC'
        FROM visible_milestones m JOIN visible_commitments c ON c.municipality_id = m.municipality_id AND c.id = m.commitment_id JOIN scope s ON s.id = c.consultation_id
        WHERE m.municipality_id = $1 AND m.done_on IS NOT NULL ORDER BY m.done_on DESC LIMIT ${perKind})
    ) AS news ORDER BY at DESC, id LIMIT 60`,
    [municipalityId, slug],
  );
}

/** The title of a public consultation by its present slug, or null. */
export async function readTitle(publicDb: Sql, municipalityId: string, slug: string): Promise<string | null> {
  return (
    (
      await publicDb.one<{ title: string }>('SELECT title FROM visible_consultations WHERE municipality_id = $1 AND slug = $2', [
        municipalityId,
        slug,
      ])
    )?.title ?? null
  );
}

/** The highest number of a public contribution; 0 without any. */
export async function readHighestNumber(publicDb: Sql, municipalityId: string): Promise<number> {
  return (
    (
      await publicDb.one<{ number: number }>(
        'SELECT coalesce(max(number), 0) AS number FROM visible_contributions WHERE municipality_id = $1',
        [municipalityId],
      )
    )?.number ?? 0
  );
}

/** Listed contributions with numbers from `from` to `until`, both included. */
export async function readNumbered(
  publicDb: Sql,
  municipalityId: string,
  from: number,
  until: number,
): Promise<{ number: number; title: string; updated_at: string }[]> {
  return publicDb.rows(
    `
    SELECT v.number, coalesce(r.content->>'title', '') AS title, v.updated_at FROM visible_contributions v
    JOIN visible_revisions r ON r.municipality_id = v.municipality_id AND r.contribution_id = v.id AND r.revision = v.revision
    WHERE v.municipality_id = $1 AND v.number BETWEEN $2 AND $3 AND v.publication = 'published' AND NOT v.is_place_only ORDER BY v.number`,
    [municipalityId, from, until],
  );
}

/** Public consultations and their activities, the latest 1,000. */
export async function readConsultationPages(
  publicDb: Sql,
  municipalityId: string,
): Promise<{ slug: string; updated_at: string; activities: string[] }[]> {
  return publicDb.rows(
    `
    SELECT k.slug, k.updated_at, ARRAY(SELECT a.slug FROM visible_activities a WHERE a.municipality_id = k.municipality_id AND a.consultation_id = k.id ORDER BY a.position) AS activities
    FROM visible_consultations k WHERE k.municipality_id = $1 ORDER BY k.published_at DESC LIMIT 1000`,
    [municipalityId],
  );
}
