import type { Sql, Tx } from '../../platform/database/index.ts';

export interface NewContribution {
  readonly municipalityId: string;
  readonly id: string;
  readonly kind: string;
  readonly consultationId: string;
  readonly activityId: string;
  readonly participantId: string;
  readonly publication: 'draft' | 'pending' | 'published';
  readonly channel: 'web' | 'paper' | 'kiosk' | 'import' | 'api';
  readonly enteredBy?: string | null;
  readonly paperBatchId?: string | null;
  readonly importId?: string | null;
  /** The town's next number, for kinds with a page of their own; see `takeNumbers`. */
  readonly number?: number | null;
}

/** Makes the row that every kind shares; the kind's own row follows in the same transaction. */
export async function insertContribution(tx: Tx, c: NewContribution): Promise<void> {
  await tx.run(
    `
    INSERT INTO contributions (municipality_id, id, kind, consultation_id, activity_id, participant_id, publication, channel, entered_by, paper_batch_id, import_id, number, published_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, CASE WHEN $7 = 'published' THEN statement_timestamp() END)`,
    [
      c.municipalityId,
      c.id,
      c.kind,
      c.consultationId,
      c.activityId,
      c.participantId,
      c.publication,
      c.channel,
      c.enteredBy ?? null,
      c.paperBatchId ?? null,
      c.importId ?? null,
      c.number ?? null,
    ],
  );
}

/** Takes `count` numbers of the town's series (`/p/<number>-…`); gives the first. Locks the town's row until the transaction ends. */
export async function takeNumbers(tx: Tx, municipalityId: string, count = 1): Promise<number> {
  const row = await tx.one<{ first: number }>(
    'UPDATE municipalities SET next_number = next_number + $2 WHERE id = $1 RETURNING next_number - $2 AS first',
    [municipalityId, count],
  );
  return row!.first;
}

/** Locks the contribution's row against other edits and decisions; gives its present state, or null. */
export async function lockContribution(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<{ publication: string; moderation: string; status: string; revision: number } | null> {
  return tx.one('SELECT publication, moderation, status, revision FROM contributions WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
    municipalityId,
    id,
  ]);
}

export interface ContributionChange {
  readonly publication?: string;
  readonly moderation?: string;
  readonly status?: string;
  readonly revision?: number;
  readonly withdrawnReason?: string;
}

/** Changes the shared row; `published_at` is set at the first publication and kept. */
export async function updateContribution(tx: Tx, municipalityId: string, id: string, change: ContributionChange): Promise<void> {
  await tx.run(
    `
    UPDATE contributions SET publication = coalesce($3, publication), moderation = coalesce($4, moderation), status = coalesce($5, status),
      revision = coalesce($6, revision), withdrawn_reason = coalesce($7, withdrawn_reason), updated_at = statement_timestamp(),
      published_at = CASE WHEN published_at IS NULL AND $3 = 'published' THEN statement_timestamp() ELSE published_at END
    WHERE municipality_id = $1 AND id = $2`,
    [
      municipalityId,
      id,
      change.publication ?? null,
      change.moderation ?? null,
      change.status ?? null,
      change.revision ?? null,
      change.withdrawnReason ?? null,
    ],
  );
}

export interface NewRevision {
  readonly municipalityId: string;
  readonly contributionId: string;
  readonly revision: number;
  /** What the kind publishes of itself, as one document; differences are taken between these. */
  readonly content: object;
  readonly reason?: string;
  readonly editedBy: string | null;
}

/** Keeps one published version; versions are never changed, only emptied when a text is erased. */
export async function insertRevision(tx: Tx, r: NewRevision): Promise<void> {
  await tx.run(
    'INSERT INTO revisions (municipality_id, contribution_id, revision, content, reason, edited_by) VALUES ($1, $2, $3, $4, $5, $6)',
    [r.municipalityId, r.contributionId, r.revision, JSON.stringify(r.content), r.reason ?? '', r.editedBy],
  );
}

export interface HistoryEntryRow {
  readonly id: string;
  readonly act: string;
  readonly role: string;
  readonly actor_name: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly at: string;
}

/** In public, moderators and agents act by their role: they are not to be sought out at home (docs/moderation.md). For histories `h` with participants `p`. */
export const publicActorName = `CASE WHEN h.role NOT IN ('moderator', 'facilitator') THEN p.display_name END AS actor_name`;

/** Public history of one contribution, oldest first; short by nature, so a single bounded read. */
export async function readHistory(db: Sql, municipalityId: string, contributionId: string): Promise<HistoryEntryRow[]> {
  return db.rows<HistoryEntryRow>(
    `
    SELECT h.id, h.act, h.role, ${publicActorName}, h.detail, h.reason, h.at
    FROM visible_history h LEFT JOIN visible_participants p ON p.municipality_id = h.municipality_id AND p.id = h.participant_id
    WHERE h.municipality_id = $1 AND h.contribution_id = $2 ORDER BY h.id LIMIT 500`,
    [municipalityId, contributionId],
  );
}
