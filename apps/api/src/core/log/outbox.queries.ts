import type { Tx } from '../../platform/database/index.ts';

export interface OutboxRow {
  readonly municipalityId: string;
  readonly topic: string;
  readonly consultationId: string | null;
  readonly contributionId: string | null;
  readonly participantId: string | null;
  readonly subject: object;
  readonly salt: Buffer;
  readonly commitment: Buffer;
}

/** One row, by recordEvent alone: topic and commitment belong together. */
export async function insertOutbox(tx: Tx, row: OutboxRow): Promise<void> {
  await tx.run(
    `
    INSERT INTO outbox (municipality_id, topic, consultation_id, contribution_id, participant_id, subject, salt, commitment)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.municipalityId,
      row.topic,
      row.consultationId,
      row.contributionId,
      row.participantId,
      JSON.stringify(row.subject),
      row.salt,
      row.commitment,
    ],
  );
}

/** Many rows of one town and topic in one statement, in their order. */
export async function insertOutboxRows(tx: Tx, rows: readonly OutboxRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  await tx.run(
    `
    INSERT INTO outbox (municipality_id, topic, consultation_id, contribution_id, participant_id, subject, salt, commitment)
    SELECT $1, $2, r.* FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::jsonb[], $7::bytea[], $8::bytea[]) AS r`,
    [
      first.municipalityId,
      first.topic,
      rows.map((r) => r.consultationId),
      rows.map((r) => r.contributionId),
      rows.map((r) => r.participantId),
      rows.map((r) => JSON.stringify(r.subject)),
      rows.map((r) => r.salt),
      rows.map((r) => r.commitment),
    ],
  );
}

export interface HistoryRow {
  readonly municipalityId: string;
  readonly id: string;
  readonly consultationId: string | null;
  readonly contributionId: string | null;
  readonly participantId: string | null;
  readonly role: string;
  readonly act: string;
  readonly detail: object;
  readonly reason: string;
}

/** A line of the public history: role and act, and of the participant what the views let through. */
export async function insertHistory(tx: Tx, row: HistoryRow): Promise<void> {
  await tx.run(
    `
    INSERT INTO history (municipality_id, id, consultation_id, contribution_id, participant_id, role, act, detail, reason)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.municipalityId,
      row.id,
      row.consultationId,
      row.contributionId,
      row.participantId,
      row.role,
      row.act,
      JSON.stringify(row.detail),
      row.reason,
    ],
  );
}
