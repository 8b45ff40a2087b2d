import type { Sql } from '../../platform/database/index.ts';

/** Whether something is open or will open, by the database's clock. */
export async function readIsOpen(tx: Sql, municipalityId: string, consultationId: string): Promise<boolean> {
  const row = await tx.one<{ is_open: boolean }>(
    `
    SELECT EXISTS (SELECT FROM openings o JOIN activities a ON a.municipality_id = o.municipality_id AND a.id = o.activity_id
      WHERE a.municipality_id = $1 AND a.consultation_id = $2 AND (o.closes_at IS NULL OR o.closes_at > statement_timestamp())) AS is_open`,
    [municipalityId, consultationId],
  );
  return row!.is_open;
}
