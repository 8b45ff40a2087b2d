/** Names of the tables' rows in the statement that asks: the published contribution (or its tally), and its consultation. */
interface AnswerDueNames {
  readonly contribution: string;
  readonly consultation: string;
  readonly sight: 'visible_' | '';
}

/**
 * The moment by which the town promises an answer, as an SQL expression: the same sum as rules/responses/clock.ts. The delay counts from
 * the end of the openings in phases of contributions; from the contribution's own publication where they have no end or it came later
 * (paper); never from before the consultation's publication (imports keep the dates of their source).
 */
export function answerDueSql({ contribution: c, consultation: k, sight }: AnswerDueNames): string {
  return `greatest(${c}.published_at, ${k}.published_at, (
    SELECT CASE WHEN bool_or(o.closes_at IS NULL) THEN NULL ELSE max(o.closes_at) END
    FROM ${sight}openings o JOIN ${sight}phases h ON h.municipality_id = o.municipality_id AND h.id = o.phase_id AND h.kind = 'contributions'
    WHERE o.municipality_id = ${c}.municipality_id AND o.activity_id = ${c}.activity_id)) + make_interval(hours => 24 * ${k}.response_delay_days)`;
}
