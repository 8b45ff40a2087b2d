import type { Sql } from '../../platform/database/index.ts';

/** Whether a secret with this SHA-256 opens a draft of the town now. */
export async function readOpensDraft(db: Sql, municipalityId: string, hash: Buffer): Promise<boolean> {
  const row = await db.one<{ opens: boolean }>(
    `
    SELECT EXISTS (SELECT FROM consultations WHERE municipality_id = $1 AND state = 'draft' AND preview_token_hash = $2) AS opens`,
    [municipalityId, hash],
  );
  return row!.opens;
}
