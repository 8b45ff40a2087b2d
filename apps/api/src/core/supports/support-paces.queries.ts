import type { Sql, Tx } from '../../platform/database/index.ts';

/** Supports that one person gave or took back in one minute of the clock. */
export interface Pace { readonly participantId: string; readonly minute: string; readonly acts: number }

/** The most that a person does: nobody who reads what he or she supports comes near. */
export const supportPace = { perMinute: 120, perHour: 1_000 } as const;

/** Adds to what was counted, of one town; one row for each person and minute. */
export async function addPaces(tx: Tx, municipalityId: string, paces: readonly Pace[]): Promise<void> {
  await tx.run(`
    INSERT INTO support_paces (municipality_id, participant_id, minute, acts)
    SELECT $1, * FROM unnest($2::uuid[], $3::timestamptz[], $4::int[]) AS a(participant_id, minute, acts) ORDER BY participant_id, minute
    ON CONFLICT (municipality_id, participant_id, minute) DO UPDATE SET acts = support_paces.acts + excluded.acts`,
    [municipalityId, paces.map((one) => one.participantId), paces.map((one) => one.minute), paces.map((one) => one.acts)]);
}

/** Has those of some people wait who were too fast: the rest of the minute and one more, or five minutes after a whole hour of it. */
export async function pauseHasty(tx: Tx, municipalityId: string, participantIds: readonly string[]): Promise<void> {
  await tx.run(`
    WITH counted AS (
      SELECT participant_id, coalesce(max(acts) FILTER (WHERE minute > statement_timestamp() - interval '1 minute'), 0) AS in_minute, sum(acts) AS in_hour FROM support_paces
      WHERE municipality_id = $1 AND participant_id = ANY ($2) AND minute > statement_timestamp() - interval '1 hour' GROUP BY participant_id)
    UPDATE participants p SET supports_paused_until = statement_timestamp() + CASE WHEN in_hour > $4 THEN interval '5 minutes' ELSE interval '1 minute' END
    FROM counted c WHERE p.municipality_id = $1 AND p.id = c.participant_id AND (c.in_minute > $3 OR c.in_hour > $4)`,
    [municipalityId, participantIds, supportPace.perMinute, supportPace.perHour]);
}

/** Retention: two hours. */
export async function deleteOldPaces(db: Sql): Promise<void> {
  await db.run(`DELETE FROM support_paces WHERE minute < statement_timestamp() - interval '2 hours'`);
}
