import type { Tx } from '../../platform/database/index.ts';

/** Locks two contributions in one order, whichever is merged into which. */
export async function lockBoth(
  tx: Tx,
  municipalityId: string,
  ids: readonly string[],
): Promise<{ id: string; publication: string; activity_id: string }[]> {
  return tx.rows(
    `SELECT id, publication, activity_id FROM contributions WHERE municipality_id = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE`,
    [municipalityId, ids],
  );
}

/** Live merges of which one of the ids is source or target. */
export async function readMerges(
  tx: Tx,
  municipalityId: string,
  ids: readonly string[],
): Promise<{ id: string; from_id: string; to_id: string }[]> {
  return tx.rows(
    `
    SELECT id, from_id, to_id FROM contribution_links
    WHERE municipality_id = $1 AND link = 'merged-into' AND undone_at IS NULL AND (from_id = ANY ($2) OR to_id = ANY ($2))`,
    [municipalityId, ids],
  );
}

/** Links a proposal to the one that it goes on in; the reason is public, and the row stays when the merge is undone. */
export async function insertMerge(
  tx: Tx,
  m: { municipalityId: string; id: string; fromId: string; toId: string; reason: string; madeBy: string },
): Promise<void> {
  await tx.run(
    `INSERT INTO contribution_links (municipality_id, id, from_id, to_id, link, reason, made_by) VALUES ($1, $2, $3, $4, 'merged-into', $5, $6)`,
    [m.municipalityId, m.id, m.fromId, m.toId, m.reason, m.madeBy],
  );
}

/** Undoes a merge by giving its link an end, at the database's clock; nothing is deleted. */
export async function endMerge(tx: Tx, municipalityId: string, id: string): Promise<void> {
  await tx.run('UPDATE contribution_links SET undone_at = statement_timestamp() WHERE municipality_id = $1 AND id = $2', [
    municipalityId,
    id,
  ]);
}
