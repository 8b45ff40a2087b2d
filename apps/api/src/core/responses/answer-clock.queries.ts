import type { Sql } from '../../platform/database/index.ts';
import { answerDueSql } from '../contributions/index.ts';

export interface WaitingRow {
  readonly id: string;
  readonly due_at: string;
  readonly is_late: boolean;
  readonly supports: number;
  readonly comments: number;
}

/** Published contributions of a consultation with the moment by which each is promised an answer. $1 municipality, $2 consultation. */
const promised = `
  SELECT t.municipality_id, t.contribution_id AS id, t.status, t.supports, t.comments, t.published_at,
    ${answerDueSql({ contribution: 't', consultation: 'k', sight: 'visible_' })} AS due_at
  FROM visible_tallies t
  JOIN visible_contributions v ON v.municipality_id = t.municipality_id AND v.id = t.contribution_id AND v.publication = 'published' AND NOT v.is_place_only
  JOIN visible_consultations k ON k.municipality_id = t.municipality_id AND k.id = t.consultation_id
  WHERE t.municipality_id = $1 AND t.consultation_id = $2`;

/** What waits for an answer, most urgent first. `search` looks in the current titles. */
export async function readWaiting(
  db: Sql,
  municipalityId: string,
  consultationId: string,
  search: string | null,
  after: readonly [string, string] | null,
  limit: number,
): Promise<WaitingRow[]> {
  return db.rows<WaitingRow>(
    `
    SELECT w.id, w.due_at, w.due_at < statement_timestamp() AS is_late, w.supports, w.comments FROM (${promised}) w
    WHERE w.status IN ('submitted', 'under-study') AND ($4::timestamptz IS NULL OR (w.due_at, w.id) > ($4, $5::uuid))
      AND ($3::text IS NULL OR EXISTS (SELECT FROM visible_revisions x WHERE x.municipality_id = w.municipality_id AND x.contribution_id = w.id AND x.content->>'title' ILIKE '%' || $3 || '%'))
    ORDER BY w.due_at, w.id LIMIT $6`,
    [municipalityId, consultationId, search && search.replace(/[\\%_]/g, '\\$&'), after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export interface ClockRow {
  readonly delay_days: number;
  /** The next promised moment among those that wait and are not late; null when none is. */
  readonly due_at: string | null;
  readonly answered: number;
  readonly waiting: number;
  readonly late: number;
  readonly by_status: Readonly<Record<string, number>>;
}

/** The promise of a consultation and how it is kept, in one statement. */
export async function readClock(db: Sql, municipalityId: string, consultationId: string): Promise<ClockRow | null> {
  return db.one<ClockRow>(
    `
    WITH promised AS MATERIALIZED (${promised}),
    states AS (SELECT status, count(*)::int AS n FROM promised GROUP BY status)
    SELECT k.response_delay_days AS delay_days,
      (SELECT min(due_at) FROM promised WHERE status IN ('submitted', 'under-study') AND due_at >= statement_timestamp()) AS due_at,
      (SELECT count(*)::int FROM promised WHERE status NOT IN ('submitted', 'under-study')) AS answered,
      (SELECT count(*)::int FROM promised WHERE status IN ('submitted', 'under-study') AND due_at >= statement_timestamp()) AS waiting,
      (SELECT count(*)::int FROM promised WHERE status IN ('submitted', 'under-study') AND due_at < statement_timestamp()) AS late,
      coalesce((SELECT jsonb_object_agg(status, n) FROM states), '{}') AS by_status
    FROM visible_consultations k WHERE k.municipality_id = $1 AND k.id = $2`,
    [municipalityId, consultationId],
  );
}

/** Of these contributions, those that a response in preparation already answers. */
export async function readPreparedFor(
  db: Sql,
  municipalityId: string,
  contributionIds: readonly string[],
): Promise<{ contribution_id: string; response_id: string }[]> {
  return db.rows(
    `
    SELECT DISTINCT ON (s.contribution_id) s.contribution_id, s.response_id FROM response_subjects s
    JOIN responses r ON r.municipality_id = s.municipality_id AND r.id = s.response_id AND r.state <> 'published'
    WHERE s.municipality_id = $1 AND s.contribution_id = ANY ($2) ORDER BY s.contribution_id, s.response_id`,
    [municipalityId, contributionIds],
  );
}
