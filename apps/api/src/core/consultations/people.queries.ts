import type { Sql } from '../../platform/database/index.ts';

/**
 * Counts the people who took part in a consultation: authors of published contributions, and supporters; each once, by the level that
 * stands on the participant now. This is also the recount: it reads nothing that was counted before.
 */
export async function recountPeople(db: Sql, municipalityId: string, consultationId: string): Promise<void> {
  await db.run(
    `
    WITH people AS (
      SELECT CASE p.source WHEN 'paper' THEN 6 WHEN 'import' THEN 1 ELSE p.level + 1 END AS slot
      FROM (
        SELECT c.participant_id FROM contributions c WHERE c.municipality_id = $1 AND c.consultation_id = $2 AND c.publication IN ('published', 'withdrawn', 'merged', 'erased')
          AND NOT EXISTS (SELECT FROM paper_cancellations x WHERE x.municipality_id = c.municipality_id AND x.contribution_id = c.id AND x.act = 'contribution')
        UNION
        SELECT s.participant_id FROM supports s JOIN contributions c ON c.municipality_id = s.municipality_id AND c.id = s.contribution_id WHERE c.municipality_id = $1 AND c.consultation_id = $2
      ) acts JOIN participants p ON p.municipality_id = $1 AND p.id = acts.participant_id WHERE p.source <> 'town')
    INSERT INTO consultation_people (municipality_id, consultation_id, counted_xmin, by_level)
    VALUES ($1, $2, pg_snapshot_xmin(pg_current_snapshot()), ARRAY(SELECT count(p.slot)::int FROM generate_series(1, 6) AS slots(slot) LEFT JOIN people p USING (slot) GROUP BY slots.slot ORDER BY slots.slot))
    ON CONFLICT (municipality_id, consultation_id) DO UPDATE SET by_level = excluded.by_level, counted_xmin = excluded.counted_xmin, counted_at = statement_timestamp()`,
    [municipalityId, consultationId],
  );
}

/**
 * Consultations in which something may have happened since they were counted, oldest count first. The outbox is read from the first
 * transaction on that the last count could not see, so that nothing which commits late is missed.
 */
export async function readUncounted(db: Sql, limit: number): Promise<{ municipality_id: string; id: string }[]> {
  return db.rows(
    `
    SELECT k.municipality_id, k.id FROM consultations k
    LEFT JOIN consultation_people w ON w.municipality_id = k.municipality_id AND w.consultation_id = k.id
    WHERE k.state <> 'draft'
      AND (w.counted_xmin IS NULL OR EXISTS (SELECT FROM outbox o WHERE o.xid >= w.counted_xmin AND o.municipality_id = k.municipality_id AND o.consultation_id = k.id))
    ORDER BY w.counted_at NULLS FIRST LIMIT $1`,
    [limit],
  );
}

/** Has every consultation that is not archived counted again: for what left no trace in the outbox, such as a level that rose. */
export async function forgetCounts(db: Sql): Promise<void> {
  await db.run(`
    UPDATE consultation_people w SET counted_xmin = NULL FROM consultations k
    WHERE k.municipality_id = w.municipality_id AND k.id = w.consultation_id AND k.state IN ('published', 'closed')`);
}
