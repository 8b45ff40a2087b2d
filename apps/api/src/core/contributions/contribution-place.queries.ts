import type { ContributionPlace } from '@parvis/shared/contracts/contributions.ts';
import type { Sql } from '../../platform/database/index.ts';

/** Where a contribution lives, whatever its kind and state, with the title of its current revision unless only its place is shown. */
export async function readPlace(db: Sql, municipalityId: string, id: string): Promise<Omit<ContributionPlace, 'canonicalKey'> | null> {
  return db.one<Omit<ContributionPlace, 'canonicalKey'>>(
    `
    SELECT c.id, c.kind, c.number,
      CASE WHEN c.moderation IN ('hidden', 'correction-asked') OR c.publication = 'erased' THEN '' ELSE coalesce(r.content->>'title', '') END AS title,
      jsonb_build_object('id', k.id, 'slug', k.slug, 'title', k.title, 'isDraft', k.state = 'draft') AS consultation,
      jsonb_build_object('id', a.id, 'kind', a.kind, 'slug', a.slug, 'title', a.title) AS activity
    FROM contributions c
    JOIN consultations k ON k.municipality_id = c.municipality_id AND k.id = c.consultation_id
    JOIN activities a ON a.municipality_id = c.municipality_id AND a.id = c.activity_id
    LEFT JOIN revisions r ON r.municipality_id = c.municipality_id AND r.contribution_id = c.id AND r.revision = c.revision
    WHERE c.municipality_id = $1 AND c.id = $2`,
    [municipalityId, id],
  );
}
