import type { Sql, Tx } from '../../apps/api/src/platform/database/index.ts';
import { sqlNewId } from '../../apps/api/src/platform/ids/index.ts';

/** Lets a contribution have been published, and its first history written, at an earlier moment: demo data only. */
export async function backdateContribution(tx: Tx, municipalityId: string, id: string, at: string): Promise<void> {
  await tx.run(
    'UPDATE contributions SET created_at = $3, published_at = CASE WHEN published_at IS NOT NULL THEN $3::timestamptz END, updated_at = $3 WHERE municipality_id = $1 AND id = $2',
    [municipalityId, id, at],
  );
  await tx.run('UPDATE tallies SET published_at = $3 WHERE municipality_id = $1 AND contribution_id = $2', [municipalityId, id, at]);
  await tx.run('UPDATE revisions SET edited_at = $3 WHERE municipality_id = $1 AND contribution_id = $2', [municipalityId, id, at]);
  await tx.run(
    `UPDATE history SET at = $3, id = ${sqlNewId.replace('clock_timestamp()', '$3::timestamptz')} WHERE municipality_id = $1 AND contribution_id = $2`,
    [municipalityId, id, at],
  );
}

/** Spreads the supports of a contribution over the days since it was published, more in the first days. */
export async function backdateSupports(db: Sql, municipalityId: string): Promise<void> {
  await db.run(
    `
    UPDATE supports s SET created_at = t.published_at + (least(statement_timestamp(), t.published_at + interval '40 days') - t.published_at) * power(('x' || substr(md5(s.participant_id::text || s.contribution_id::text), 1, 8))::bit(32)::bigint / 4294967296.0, 1.6)
    FROM tallies t WHERE s.municipality_id = $1 AND s.channel = 'web' AND t.municipality_id = s.municipality_id AND t.contribution_id = s.contribution_id`,
    [municipalityId],
  );
}

/** Lets the sheets of a batch have been typed at an earlier moment. */
export async function backdateBatch(tx: Tx, municipalityId: string, batchId: string, at: string): Promise<void> {
  await tx.run('UPDATE paper_batches SET created_at = $3 WHERE municipality_id = $1 AND id = $2', [municipalityId, batchId, at]);
  await tx.run('UPDATE supports SET created_at = $3 WHERE municipality_id = $1 AND paper_batch_id = $2', [municipalityId, batchId, at]);
  await tx.run(
    `UPDATE history SET at = $3, id = ${sqlNewId.replace('clock_timestamp()', '$3::timestamptz')} WHERE municipality_id = $1 AND act = 'paper-batch' AND detail->>'number' = (SELECT number::text FROM paper_batches WHERE municipality_id = $1 AND id = $2)`,
    [municipalityId, batchId, at],
  );
  for (const { id } of await tx.rows<{ id: string }>('SELECT id FROM contributions WHERE municipality_id = $1 AND paper_batch_id = $2', [
    municipalityId,
    batchId,
  ]))
    await backdateContribution(tx, municipalityId, id, at);
}

/** Lets a response, its history and its commitments have been published at an earlier moment. */
export async function backdateResponse(tx: Tx, municipalityId: string, responseId: string, at: string): Promise<void> {
  await tx.run('UPDATE responses SET created_at = $3, updated_at = $3, published_at = $3 WHERE municipality_id = $1 AND id = $2', [
    municipalityId,
    responseId,
    at,
  ]);
  await tx.run(
    `UPDATE history SET at = $3, id = ${sqlNewId.replace('clock_timestamp()', '$3::timestamptz')} WHERE municipality_id = $1 AND detail->>'responseId' = $2`,
    [municipalityId, responseId, at],
  );
}

/** Lets a moderator have decided, and people have flagged, at an earlier moment. */
export async function backdateDecision(tx: Tx, municipalityId: string, contributionId: string, at: string): Promise<void> {
  await tx.run("UPDATE flags SET created_at = $3::timestamptz - interval '5 hours' WHERE municipality_id = $1 AND contribution_id = $2", [
    municipalityId,
    contributionId,
    at,
  ]);
  await tx.run('UPDATE decisions SET decided_at = $3 WHERE municipality_id = $1 AND contribution_id = $2', [
    municipalityId,
    contributionId,
    at,
  ]);
  await tx.run(
    `UPDATE history SET at = $3, id = ${sqlNewId.replace('clock_timestamp()', '$3::timestamptz')} WHERE municipality_id = $1 AND contribution_id = $2 AND role = 'moderator'`,
    [municipalityId, contributionId, at],
  );
}
