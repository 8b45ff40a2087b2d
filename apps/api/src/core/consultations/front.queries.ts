import type { AnswerStatus } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';

export interface AnswerRow {
  readonly id: string;
  readonly status: AnswerStatus;
  readonly body_text: string;
  readonly signed_as: string;
  readonly published_at: string;
  readonly consultation: { readonly slug: string; readonly title: string };
  readonly contribution: { readonly number: number; readonly title: string } | null;
}

/** The newest official answers of public consultations. */
export async function readLatestAnswers(publicDb: Sql, municipalityId: string, limit: number): Promise<AnswerRow[]> {
  return publicDb.rows<AnswerRow>(
    `
    SELECT r.id, r.status, r.body_text, r.signed_as, r.published_at, jsonb_build_object('slug', k.slug, 'title', k.title) AS consultation,
      (SELECT jsonb_build_object('number', v.number, 'title', coalesce(w.content->>'title', ''))
        FROM visible_response_subjects s
        JOIN visible_contributions v ON v.municipality_id = s.municipality_id AND v.id = s.contribution_id AND v.number IS NOT NULL AND NOT v.is_place_only
        LEFT JOIN visible_revisions w ON w.municipality_id = v.municipality_id AND w.contribution_id = v.id AND w.revision = v.revision
        WHERE s.municipality_id = r.municipality_id AND s.response_id = r.id ORDER BY v.number LIMIT 1) AS contribution
    FROM visible_responses r JOIN visible_consultations k ON k.municipality_id = r.municipality_id AND k.id = r.consultation_id
    WHERE r.municipality_id = $1 ORDER BY r.published_at DESC, r.id DESC LIMIT $2`,
    [municipalityId, limit],
  );
}

/** How many commitments of the town stand where. */
export async function readCommitmentCounts(
  publicDb: Sql,
  municipalityId: string,
): Promise<{ planned: number; underWay: number; done: number; abandoned: number }> {
  const row = await publicDb.one<{ planned: number; underWay: number; done: number; abandoned: number }>(
    `
    SELECT count(*) FILTER (WHERE state = 'planned')::int AS planned, count(*) FILTER (WHERE state = 'under-way')::int AS "underWay",
      count(*) FILTER (WHERE state = 'done')::int AS done, count(*) FILTER (WHERE state = 'abandoned')::int AS abandoned
    FROM visible_commitments WHERE municipality_id = $1`,
    [municipalityId],
  );
  return row!;
}
