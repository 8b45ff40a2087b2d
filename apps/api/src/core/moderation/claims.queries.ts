import { claimMinutes } from '@parvis/shared/contracts/moderation.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

export interface ClaimRow {
  readonly participant_id: string;
  readonly name: string;
  readonly until: string;
}

/** Who has a content open, while the quarter of an hour lasts; null when nobody has. */
export async function readClaim(db: Sql, municipalityId: string, contributionId: string): Promise<ClaimRow | null> {
  return db.one<ClaimRow>(
    `
    SELECT k.participant_id, p.display_name AS name, k.until FROM moderation_claims k
    JOIN participants p ON p.municipality_id = k.municipality_id AND p.id = k.participant_id
    WHERE k.municipality_id = $1 AND k.contribution_id = $2 AND k.until > statement_timestamp()`,
    [municipalityId, contributionId],
  );
}

/** Takes a content for oneself unless a colleague has it; with `takeOver` in any case. False when the colleague keeps it. */
export async function takeClaim(
  tx: Sql,
  municipalityId: string,
  contributionId: string,
  participantId: string,
  takeOver: boolean,
): Promise<boolean> {
  const made = await tx.run(
    `
    INSERT INTO moderation_claims (municipality_id, contribution_id, participant_id, until) VALUES ($1, $2, $3, statement_timestamp() + interval '${claimMinutes} minutes')
    ON CONFLICT (municipality_id, contribution_id) DO UPDATE SET participant_id = excluded.participant_id, until = excluded.until
    WHERE $4 OR moderation_claims.participant_id = excluded.participant_id OR moderation_claims.until <= statement_timestamp()`,
    [municipalityId, contributionId, participantId, takeOver],
  );
  return made > 0;
}

/** Gives back one’s own claim; a colleague’s stays. */
export async function deleteClaim(tx: Sql, municipalityId: string, contributionId: string, participantId: string): Promise<void> {
  await tx.run('DELETE FROM moderation_claims WHERE municipality_id = $1 AND contribution_id = $2 AND participant_id = $3', [
    municipalityId,
    contributionId,
    participantId,
  ]);
}

/** Adds a note between moderators; it answers questions that others asked before. */
export async function insertNote(
  tx: Tx,
  n: { municipalityId: string; id: string; contributionId: string; participantId: string; text: string; asksOpinion: boolean },
): Promise<void> {
  await tx.run(
    `
    UPDATE moderation_notes SET answered_at = statement_timestamp()
    WHERE municipality_id = $1 AND contribution_id = $2 AND participant_id <> $3 AND asks_opinion AND answered_at IS NULL`,
    [n.municipalityId, n.contributionId, n.participantId],
  );
  await tx.run(
    'INSERT INTO moderation_notes (municipality_id, id, contribution_id, participant_id, body, asks_opinion) VALUES ($1, $2, $3, $4, $5, $6)',
    [n.municipalityId, n.id, n.contributionId, n.participantId, n.text, n.asksOpinion],
  );
}
