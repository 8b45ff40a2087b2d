import type { Sql, Tx } from '../../platform/database/index.ts';
import type { FileRow } from '../files/index.ts';

export interface BatchRow {
  readonly id: string;
  readonly number: number;
  readonly label: string;
  readonly received_on: string;
  readonly scan: FileRow | null;
  readonly entered_by_name: string;
  readonly created_at: string;
  readonly proposals: number;
  readonly supports: number;
  readonly comments: number;
  readonly consultation_id: string;
  readonly consultation_slug: string;
  readonly consultation_title: string;
  readonly consultation_state: string;
}

const notCancelled = `NOT EXISTS (SELECT FROM paper_cancellations x WHERE x.municipality_id = c.municipality_id AND x.contribution_id = c.id AND x.act = 'contribution')`;

const batches = `
  SELECT b.id, b.number, b.label, b.received_on::text AS received_on, p.display_name AS entered_by_name, b.created_at,
    CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'media_type', f.media_type, 'file_name', f.file_name, 'bytes', f.bytes, 'width', f.width, 'height', f.height, 'pages', f.pages) END AS scan,
    (SELECT count(*)::int FROM contributions c WHERE c.municipality_id = b.municipality_id AND c.paper_batch_id = b.id AND c.kind <> 'comment' AND ${notCancelled}) AS proposals,
    (SELECT count(*)::int FROM contributions c WHERE c.municipality_id = b.municipality_id AND c.paper_batch_id = b.id AND c.kind = 'comment' AND ${notCancelled}) AS comments,
    (SELECT count(*)::int FROM supports s WHERE s.municipality_id = b.municipality_id AND s.paper_batch_id = b.id) AS supports,
    k.id AS consultation_id, k.slug AS consultation_slug, k.title AS consultation_title, k.state AS consultation_state
  FROM paper_batches b JOIN consultations k ON k.municipality_id = b.municipality_id AND k.id = b.consultation_id
  JOIN participants p ON p.municipality_id = b.municipality_id AND p.id = b.entered_by
  LEFT JOIN files f ON f.municipality_id = b.municipality_id AND f.id = b.scan_file_id`;

/** Null when another town has it; closed and archived consultations are read as well. */
export async function readBatch(db: Sql, municipalityId: string, batchId: string): Promise<BatchRow | null> {
  return db.one<BatchRow>(`${batches} WHERE b.municipality_id = $1 AND b.id = $2`, [municipalityId, batchId]);
}

/** Newest first, before the id `before`. */
export async function readBatches(
  db: Sql,
  municipalityId: string,
  consultationId: string | null,
  before: string | null,
  limit: number,
): Promise<BatchRow[]> {
  return db.rows<BatchRow>(
    `
    ${batches} WHERE b.municipality_id = $1 AND ($2::uuid IS NULL OR b.consultation_id = $2) AND ($3::uuid IS NULL OR b.id < $3) ORDER BY b.id DESC LIMIT $4`,
    [municipalityId, consultationId, before, limit],
  );
}

export interface PaperConsultationRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: string;
  readonly batches: number;
}

/** Published and closed consultations, newest first; drafts take nothing yet, archived ones nothing more. */
export async function readPaperConsultations(db: Sql, municipalityId: string): Promise<PaperConsultationRow[]> {
  return db.rows<PaperConsultationRow>(
    `
    SELECT k.id, k.slug, k.title, k.state, (SELECT count(*)::int FROM paper_batches b WHERE b.municipality_id = k.municipality_id AND b.consultation_id = k.id) AS batches
    FROM consultations k WHERE k.municipality_id = $1 AND k.state IN ('published', 'closed') ORDER BY k.published_at DESC LIMIT 50`,
    [municipalityId],
  );
}

/** Locks the consultation, so that two batches never take one number; null when the town has none of this id. */
export async function lockConsultationState(tx: Tx, municipalityId: string, consultationId: string): Promise<{ state: string } | null> {
  return tx.one('SELECT state FROM consultations WHERE municipality_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    municipalityId,
    consultationId,
  ]);
}

export interface NewBatch {
  readonly municipalityId: string;
  readonly id: string;
  readonly consultationId: string;
  readonly label: string;
  readonly receivedOn: string;
  readonly scanFileId: string | null;
  readonly enteredBy: string;
}

/** Gives the batch's number, the next of its consultation. */
export async function insertBatch(tx: Tx, b: NewBatch): Promise<number> {
  const row = await tx.one<{ number: number }>(
    `
    INSERT INTO paper_batches (municipality_id, id, consultation_id, number, label, received_on, scan_file_id, entered_by)
    SELECT $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5::date, $6, $7 FROM paper_batches WHERE municipality_id = $1 AND consultation_id = $3 RETURNING number`,
    [b.municipalityId, b.id, b.consultationId, b.label, b.receivedOn, b.scanFileId, b.enteredBy],
  );
  return row!.number;
}

/** Words and scan of a batch; its day of receipt never changes, for it decides what counts. */
export async function updateBatch(
  tx: Tx,
  municipalityId: string,
  batchId: string,
  label: string,
  scanFileId: string | null,
): Promise<void> {
  await tx.run('UPDATE paper_batches SET label = $3, scan_file_id = $4 WHERE municipality_id = $1 AND id = $2', [
    municipalityId,
    batchId,
    label,
    scanFileId,
  ]);
}

/** Whether the day has begun in the zone, by the database's clock: no sheet arrives tomorrow. */
export async function hasBegun(db: Sql, day: string, timeZone: string): Promise<boolean> {
  return (await db.one<{ begun: boolean }>('SELECT $1::date <= (statement_timestamp() AT TIME ZONE $2)::date AS begun', [day, timeZone]))!
    .begun;
}

/** First and last microsecond of a day in a zone. */
export async function readDayBounds(db: Sql, day: string, timeZone: string): Promise<{ since: string; until: string }> {
  return (await db.one(
    `SELECT $1::date::timestamp AT TIME ZONE $2 AS since, (($1::date + 1)::timestamp AT TIME ZONE $2) - interval '1 microsecond' AS until`,
    [day, timeZone],
  ))!;
}

export interface DeskActivityRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly opened: readonly string[];
}

/** Activities of a consultation with the actions that were open at some moment between two instants. */
export async function readDeskActivities(
  db: Sql,
  municipalityId: string,
  consultationId: string,
  since: string,
  until: string,
): Promise<DeskActivityRow[]> {
  return db.rows<DeskActivityRow>(
    `
    SELECT a.id, a.kind, a.title, a.settings, ARRAY(SELECT DISTINCT o.action FROM openings o WHERE o.municipality_id = a.municipality_id AND o.activity_id = a.id
      AND o.opens_at <= $4 AND (o.closes_at IS NULL OR o.closes_at > $3) ORDER BY 1) AS opened
    FROM activities a WHERE a.municipality_id = $1 AND a.consultation_id = $2 ORDER BY a.position, a.id`,
    [municipalityId, consultationId, since, until],
  );
}

/** The activity in which a sheet of the batch is entered; null when its consultation has none of this id. */
export async function readSheetActivity(
  db: Sql,
  municipalityId: string,
  batchId: string,
  activityId: string,
): Promise<Pick<DeskActivityRow, 'kind' | 'settings'> | null> {
  return db.one(
    `
    SELECT a.kind, a.settings FROM paper_batches b
    JOIN activities a ON a.municipality_id = b.municipality_id AND a.consultation_id = b.consultation_id AND a.id = $3
    WHERE b.municipality_id = $1 AND b.id = $2`,
    [municipalityId, batchId, activityId],
  );
}
