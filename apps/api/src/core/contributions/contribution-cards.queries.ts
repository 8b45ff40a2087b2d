import type { ContributionCard } from '@parvis/shared/contracts/contributions.ts';
import { excerpt } from '@parvis/shared/rules/rich-text.ts';
import type { Sql } from '../../platform/database/index.ts';

interface CardRow extends Omit<ContributionCard, 'excerpt' | 'path' | 'publishedAt'> {
  readonly text: string;
  readonly published_at: string | null;
  /** Of a comment: the number of what it is about. */
  readonly subject_number: number | null;
}

/**
 * Contributions of any kind in a line each, whatever their state: for desks, queues and mails, after a policy has admitted the reader.
 * The words are those of the current revision (`content.title`, `content.text`). In the order of `ids`; unknown ids are left out.
 * @param ids at most a page of them
 */
export async function readContributionCards(db: Sql, municipalityId: string, ids: readonly string[]): Promise<ContributionCard[]> {
  const rows = await db.rows<CardRow>(
    `
    SELECT c.id, c.kind, c.number, c.published_at, s.number AS subject_number,
      coalesce(nullif(r.content->>'title', ''), sr.content->>'title', '') AS title, coalesce(r.content->>'text', '') AS text,
      jsonb_build_object('name', CASE WHEN p.erased_at IS NULL THEN p.display_name ELSE '' END, 'level', p.level, 'source', p.source) AS author,
      jsonb_build_object('publication', c.publication, 'moderation', c.moderation, 'status', c.status, 'channel', c.channel, 'revision', c.revision) AS states,
      jsonb_build_object('id', k.id, 'slug', k.slug, 'title', k.title) AS consultation,
      jsonb_build_object('id', a.id, 'slug', a.slug, 'title', a.title, 'kind', a.kind) AS activity
    FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted(id, position)
    JOIN contributions c ON c.municipality_id = $1 AND c.id = wanted.id
    JOIN participants p ON p.municipality_id = c.municipality_id AND p.id = c.participant_id
    JOIN consultations k ON k.municipality_id = c.municipality_id AND k.id = c.consultation_id
    JOIN activities a ON a.municipality_id = c.municipality_id AND a.id = c.activity_id
    LEFT JOIN revisions r ON r.municipality_id = c.municipality_id AND r.contribution_id = c.id AND r.revision = c.revision
    LEFT JOIN comments m ON m.municipality_id = c.municipality_id AND m.id = c.id
    LEFT JOIN contributions s ON s.municipality_id = m.municipality_id AND s.id = m.subject_id
    LEFT JOIN revisions sr ON sr.municipality_id = s.municipality_id AND sr.contribution_id = s.id AND sr.revision = s.revision
    ORDER BY wanted.position`,
    [municipalityId, ids],
  );
  return rows.map(({ text, published_at, subject_number, ...row }) => ({
    ...row,
    excerpt: excerpt(text, 280),
    publishedAt: published_at,
    path: subject_number === null ? `/p/${row.number ?? row.id}` : `/p/${subject_number}?commentaire=${row.id}#c-${row.id}`,
  }));
}
