import type { PaperEntry } from '@parvis/shared/contracts/paper.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

export interface EntryRow {
  readonly kind: PaperEntry['kind'];
  readonly contribution_id: string;
  readonly participant_id: string;
  readonly person: string;
  readonly number: number | null;
  readonly title: string;
  readonly text: string;
  readonly entered_at: string;
  readonly cancelled: PaperEntry['cancelled'];
}

const named = (entered: string): string => `
  WITH entered AS (${entered})
  SELECT CASE WHEN e.kind IN ('support', 'comment') THEN e.kind ELSE 'proposal' END AS kind, e.contribution_id, e.participant_id, p.display_name AS person, c.number,
    coalesce(r.content->>'title', '') AS title, e.text, e.entered_at,
    CASE WHEN x.id IS NOT NULL THEN jsonb_build_object('by', a.display_name, 'at', x.cancelled_at, 'reason', x.reason, 'correctedNumber', x.corrected_number) END AS cancelled
  FROM entered e JOIN participants p ON p.municipality_id = $1 AND p.id = e.participant_id
  JOIN contributions c ON c.municipality_id = $1 AND c.id = e.about
  LEFT JOIN revisions r ON r.municipality_id = $1 AND r.contribution_id = c.id AND r.revision = c.revision
  LEFT JOIN paper_cancellations x ON x.municipality_id = $1 AND x.id = e.cancellation_id
  LEFT JOIN participants a ON a.municipality_id = $1 AND a.id = x.cancelled_by`;

const contributionsOf = `
  SELECT c.kind, c.id AS contribution_id, c.participant_id, coalesce(m.subject_id, c.id) AS about, CASE WHEN c.kind = 'comment' THEN m.body ELSE '' END AS text, c.created_at AS entered_at, x.id AS cancellation_id
  FROM contributions c LEFT JOIN comments m ON m.municipality_id = c.municipality_id AND m.id = c.id
  LEFT JOIN paper_cancellations x ON x.municipality_id = c.municipality_id AND x.contribution_id = c.id AND x.act = 'contribution'
  WHERE c.municipality_id = $1 AND c.paper_batch_id = $2`;

const cancelledSupports = `
  SELECT 'support' AS kind, contribution_id, participant_id, contribution_id AS about, '' AS text, entered_at, id AS cancellation_id
  FROM paper_cancellations WHERE municipality_id = $1 AND batch_id = $2 AND act = 'support'`;

/** What was entered last in a batch, newest first, cancelled ones among it; titles are those of the last revision of what is concerned. */
export async function readEntries(db: Sql, municipalityId: string, batchId: string, limit: number): Promise<EntryRow[]> {
  return db.rows<EntryRow>(
    `
    ${named(`
      (${contributionsOf} ORDER BY c.id DESC LIMIT $3)
      UNION ALL
      (SELECT 'support', contribution_id, participant_id, contribution_id, '', created_at, NULL FROM supports WHERE municipality_id = $1 AND paper_batch_id = $2 ORDER BY created_at DESC LIMIT $3)
      UNION ALL
      (${cancelledSupports} ORDER BY entered_at DESC LIMIT $3)`)}
    ORDER BY e.entered_at DESC, e.contribution_id, e.participant_id LIMIT $3`,
    [municipalityId, batchId, limit],
  );
}

/** The entry that a cancellation undid. */
export async function readCancelledEntry(
  db: Sql,
  municipalityId: string,
  batchId: string,
  cancellationId: string,
): Promise<EntryRow | null> {
  return db.one<EntryRow>(`${named(`${contributionsOf} AND x.id = $3 UNION ALL ${cancelledSupports} AND id = $3`)}`, [
    municipalityId,
    batchId,
    cancellationId,
  ]);
}

export interface EnteredContribution {
  readonly kind: string;
  readonly activity_id: string;
  readonly entered_at: string;
  readonly subject_id: string | null;
  readonly stance: 'for' | 'against' | 'neutral' | null;
  readonly body: string | null;
}

/** A proposal or comment of the batch, not cancelled yet, with what a comment needs to be written anew elsewhere. */
export async function readEnteredContribution(
  tx: Tx,
  municipalityId: string,
  batchId: string,
  id: string,
  participantId: string,
): Promise<EnteredContribution | null> {
  return tx.one<EnteredContribution>(
    `
    SELECT c.kind, c.activity_id, c.created_at AS entered_at, m.subject_id, m.stance, m.body FROM contributions c
    LEFT JOIN comments m ON m.municipality_id = c.municipality_id AND m.id = c.id
    WHERE c.municipality_id = $1 AND c.paper_batch_id = $2 AND c.id = $3 AND c.participant_id = $4
      AND NOT EXISTS (SELECT FROM paper_cancellations x WHERE x.municipality_id = c.municipality_id AND x.contribution_id = c.id AND x.act = 'contribution')`,
    [municipalityId, batchId, id, participantId],
  );
}

/** Takes a support of the batch away; gives when and for which revision it was entered, or null when there is none. */
export async function deleteEnteredSupport(
  tx: Tx,
  municipalityId: string,
  batchId: string,
  contributionId: string,
  participantId: string,
): Promise<{ entered_at: string; level: number; revision: number } | null> {
  return tx.one(
    `
    DELETE FROM supports WHERE municipality_id = $1 AND paper_batch_id = $2 AND contribution_id = $3 AND participant_id = $4
    RETURNING created_at AS entered_at, level, revision`,
    [municipalityId, batchId, contributionId, participantId],
  );
}

export interface NewCancellation {
  readonly municipalityId: string;
  readonly id: string;
  readonly batchId: string;
  readonly act: 'contribution' | 'support';
  readonly contributionId: string;
  readonly participantId: string;
  readonly correctedNumber: number | null;
  readonly enteredAt: string;
  readonly reason: string;
  readonly cancelledBy: string;
}

/** The correction is a row of its own, with its reason; what was entered is not erased from the record. */
export async function insertCancellation(tx: Tx, x: NewCancellation): Promise<void> {
  await tx.run(
    `
    INSERT INTO paper_cancellations (municipality_id, id, batch_id, act, contribution_id, participant_id, corrected_number, entered_at, reason, cancelled_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [x.municipalityId, x.id, x.batchId, x.act, x.contributionId, x.participantId, x.correctedNumber, x.enteredAt, x.reason, x.cancelledBy],
  );
}
