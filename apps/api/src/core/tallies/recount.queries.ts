import type { Sql } from '../../platform/database/index.ts';

/** Towns with tallies, to be recounted one after the other. */
export async function readTowns(db: Sql): Promise<string[]> {
  return (await db.rows<{ id: string }>('SELECT id FROM municipalities ORDER BY id')).map((row) => row.id);
}

/** The next contributions of a town, by id, whose tallies a recount compares. */
export async function readTallied(db: Sql, municipalityId: string, after: string, limit: number): Promise<string[]> {
  return (
    await db.rows<{ id: string }>(
      'SELECT contribution_id AS id FROM tallies WHERE municipality_id = $1 AND contribution_id > $2 ORDER BY contribution_id LIMIT $3',
      [municipalityId, after, limit],
    )
  ).map((row) => row.id);
}

/** The figures of some tallies as one text each, to be compared before and after a recount. */
export async function readFigures(
  db: Sql,
  municipalityId: string,
  contributionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ id: string; figures: string }>(
    `
    SELECT contribution_id AS id, concat_ws(' ', supports, supports_by_level, comments, comments_for, comments_against, comments_neutral) AS figures
    FROM tallies WHERE municipality_id = $1 AND contribution_id = ANY ($2)`,
    [municipalityId, contributionIds],
  );
  return new Map(rows.map((row) => [row.id, row.figures]));
}

/** `differing` above 0 is an alarm in `/ready`; the row is kept as the proof that the night's count ran. */
export async function insertRecount(db: Sql, municipalityId: string, contributions: number, differing: number): Promise<void> {
  await db.run('INSERT INTO recounts (municipality_id, contributions, differing) VALUES ($1, $2, $3)', [
    municipalityId,
    contributions,
    differing,
  ]);
}

/** Retention: 90 days. */
export async function deleteOldRecounts(db: Sql): Promise<void> {
  await db.run(`DELETE FROM recounts WHERE at < statement_timestamp() - interval '90 days'`);
}

/** Tallies that the last recounts found wrong (and set right), over all towns. */
export async function readDiffering(db: Sql): Promise<number> {
  const row = await db.one<{ differing: number }>(`
    SELECT coalesce(sum(differing), 0)::int AS differing FROM (SELECT DISTINCT ON (municipality_id) differing FROM recounts ORDER BY municipality_id, at DESC) AS latest`);
  return row!.differing;
}

/** Contributions whose tallies will still move because of events that the job has not read: a difference there is no fault. */
export async function readUnsettled(db: Sql, municipalityId: string): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ id: string }>(
    `
    WITH unread AS (
      SELECT coalesce(m.subject_id, o.contribution_id) AS id FROM outbox o LEFT JOIN comments m ON m.municipality_id = o.municipality_id AND m.id = o.contribution_id
      WHERE (o.xid, o.seq) > (SELECT coalesce(max(xid), '0'::xid8), coalesce(max(seq), 0) FROM outbox_cursors WHERE consumer = 'tallies')
        AND o.municipality_id = $1 AND o.contribution_id IS NOT NULL)
    SELECT id FROM unread UNION SELECT l.to_id FROM contribution_links l JOIN unread u ON l.municipality_id = $1 AND l.from_id = u.id WHERE l.undone_at IS NULL`,
    [municipalityId],
  );
  return new Set(rows.map((row) => row.id));
}

/** After a restore, whose cluster counts transactions anew: what the recounts of the old one saw means nothing here. */
export async function forgetSnapshots(db: Sql): Promise<void> {
  await db.run('UPDATE tallies SET counted_in = NULL WHERE counted_in IS NOT NULL');
}
