import type { Sql } from '../../platform/database/index.ts';

/** What a person chose (null: nothing), and whether he or she follows by taking part. */
export interface FollowRow {
  readonly chosen: boolean | null;
  readonly by_default: boolean;
}

/** `chosen` null: never said. `by_default`: author, supporter or commenter. */
export async function readFollowRow(db: Sql, municipalityId: string, contributionId: string, participantId: string): Promise<FollowRow> {
  return (await db.one<FollowRow>(
    `
    SELECT (SELECT is_on FROM follows WHERE municipality_id = $1 AND contribution_id = $2 AND participant_id = $3) AS chosen,
      EXISTS (SELECT FROM contributions WHERE municipality_id = $1 AND id = $2 AND participant_id = $3)
      OR EXISTS (SELECT FROM supports WHERE municipality_id = $1 AND contribution_id = $2 AND participant_id = $3)
      OR EXISTS (SELECT FROM comments m JOIN contributions c ON c.municipality_id = m.municipality_id AND c.id = m.id AND c.publication = 'published'
        WHERE m.municipality_id = $1 AND m.subject_id = $2 AND c.participant_id = $3) AS by_default`,
    [municipalityId, contributionId, participantId],
  ))!;
}

/** Sets what a person chose; a repeat changes nothing. */
export async function setFollow(
  db: Sql,
  municipalityId: string,
  contributionId: string,
  participantId: string,
  isOn: boolean,
): Promise<void> {
  await db.run(
    `
    INSERT INTO follows (municipality_id, contribution_id, participant_id, is_on) VALUES ($1, $2, $3, $4)
    ON CONFLICT ON CONSTRAINT follows_once DO UPDATE SET is_on = excluded.is_on, since = statement_timestamp() WHERE follows.is_on <> excluded.is_on`,
    [municipalityId, contributionId, participantId, isOn],
  );
}
