import type { Sql, Tx } from '../../platform/database/index.ts';
import { boundsOf, inSpan, type Span } from '../log/index.ts';

/** The most that a person does: nobody who reads what he or she supports comes near. */
export const supportPace = { perMinute: 120, perHour: 1_000 } as const;

// Acts of people on the site in a span of events; what is older than an hour makes nobody wait any more.
const acts = `
  FROM outbox WHERE ${inSpan}
    AND topic IN ('support.given', 'support.revoked') AND subject ->> 'channel' = 'web' AND at > statement_timestamp() - interval '1 hour'`;

/** Adds what happened in a span of events to what was counted: one row for each person and minute of the clock. */
export async function addPaces(tx: Tx, span: Span): Promise<void> {
  await tx.run(
    `
    INSERT INTO support_paces (municipality_id, participant_id, minute, acts)
    SELECT municipality_id, participant_id, date_trunc('minute', at), count(*)::int ${acts} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (municipality_id, participant_id, minute) DO UPDATE SET acts = support_paces.acts + excluded.acts`,
    boundsOf(span),
  );
}

/** Has those who acted in a span of events, and were too fast, wait: the rest of the minute and one more, or five minutes after a whole hour of it. */
export async function pauseHasty(tx: Tx, span: Span): Promise<void> {
  await tx.run(
    `
    WITH busy AS (SELECT DISTINCT municipality_id, participant_id ${acts}),
    counted AS (
      SELECT municipality_id, participant_id, coalesce(max(p.acts) FILTER (WHERE minute > statement_timestamp() - interval '1 minute'), 0) AS in_minute, sum(p.acts) AS in_hour
      FROM busy JOIN support_paces p USING (municipality_id, participant_id) WHERE minute > statement_timestamp() - interval '1 hour' GROUP BY 1, 2)
    UPDATE participants p SET supports_paused_until = statement_timestamp() + CASE WHEN in_hour > $6 THEN interval '5 minutes' ELSE interval '1 minute' END
    FROM counted c WHERE p.municipality_id = c.municipality_id AND p.id = c.participant_id AND (c.in_minute > $5 OR c.in_hour > $6)`,
    [...boundsOf(span), supportPace.perMinute, supportPace.perHour],
  );
}

/** Retention: two hours. */
export async function deleteOldPaces(db: Sql): Promise<void> {
  await db.run(`DELETE FROM support_paces WHERE minute < statement_timestamp() - interval '2 hours'`);
}
