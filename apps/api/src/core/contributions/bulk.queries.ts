import type { Tx } from '../../platform/database/index.ts';

/** A contribution of an import: its author and dates are the source's. `publishedAt` null is now; without a zone it is read in the session's. */
export interface ImportedContribution {
  readonly id: string;
  readonly participantId: string;
  readonly publication: 'published' | 'withdrawn' | 'erased';
  readonly withdrawnReason: string;
  readonly number: number | null;
  readonly publishedAt: string | null;
}

export interface BulkPlace {
  readonly municipalityId: string;
  readonly kind: string;
  readonly consultationId: string;
  readonly activityId: string;
  readonly importId: string;
}

/** Makes the shared rows of many imported contributions of one kind in one statement; some thousands at a time. Gives each one's moment as it was kept, in UTC with six decimals. */
export async function insertContributions(tx: Tx, place: BulkPlace, rows: readonly ImportedContribution[]): Promise<Map<string, string>> {
  const kept = await tx.rows<{ id: string; published_at: string }>(
    `
    INSERT INTO contributions (municipality_id, id, kind, consultation_id, activity_id, participant_id, publication, channel, import_id, number, withdrawn_reason, created_at, published_at)
    SELECT $1, r.id, $2, $3, $4, r.participant_id, r.publication, 'import', $5, r.number, r.reason, coalesce(r.at, statement_timestamp()), coalesce(r.at, statement_timestamp())
    FROM unnest($6::uuid[], $7::uuid[], $8::text[], $9::int[], $10::text[], $11::timestamptz[]) AS r(id, participant_id, publication, number, reason, at)
    RETURNING id, to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS published_at`,
    [
      place.municipalityId,
      place.kind,
      place.consultationId,
      place.activityId,
      place.importId,
      rows.map((r) => r.id),
      rows.map((r) => r.participantId),
      rows.map((r) => r.publication),
      rows.map((r) => r.number),
      rows.map((r) => r.withdrawnReason),
      rows.map((r) => r.publishedAt),
    ],
  );
  return new Map(kept.map((row) => [row.id, row.published_at]));
}

/** First versions of many contributions. */
export async function insertFirstRevisions(
  tx: Tx,
  municipalityId: string,
  rows: readonly { readonly id: string; readonly participantId: string; readonly content: object; readonly at: string | null }[],
): Promise<void> {
  await tx.run(
    `
    INSERT INTO revisions (municipality_id, contribution_id, revision, content, edited_by, edited_at)
    SELECT $1, r.id, 1, r.content, r.participant_id, coalesce(r.at, statement_timestamp()) FROM unnest($2::uuid[], $3::uuid[], $4::jsonb[], $5::timestamptz[]) AS r(id, participant_id, content, at)`,
    [
      municipalityId,
      rows.map((r) => r.id),
      rows.map((r) => r.participantId),
      rows.map((r) => JSON.stringify(r.content)),
      rows.map((r) => r.at),
    ],
  );
}
