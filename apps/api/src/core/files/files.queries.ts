import type { FilePurpose } from '@parvis/shared/rules/words.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

/** A row of `files` as views and answers need it. */
export interface FileRow {
  readonly id: string;
  readonly media_type: string;
  readonly file_name: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
}

export interface NewFile {
  readonly municipalityId: string;
  readonly id: string;
  readonly purpose: FilePurpose;
  readonly sha256: Buffer;
  readonly mediaType: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
  /** The uploader's participant. */
  readonly uploadedBy: string;
}

/** The bytes of `sha256` are in the store already; equal bytes are stored once and may have many rows. */
export async function insertFile(db: Sql, f: NewFile): Promise<void> {
  await db.run(
    `
    INSERT INTO files (municipality_id, id, purpose, sha256, media_type, file_name, bytes, width, height, pages, uploaded_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [f.municipalityId, f.id, f.purpose, f.sha256, f.mediaType, f.fileName, f.bytes, f.width, f.height, f.pages, f.uploadedBy],
  );
}

export interface ServedFileRow extends FileRow {
  readonly purpose: FilePurpose;
  readonly uploaded_by: string | null;
  readonly is_public: boolean;
}

/**
 * A file and whether everybody may read it now: it was published, and where contributions show it, at least one of them is published
 * and not hidden, so that a decision of moderation reaches the pictures without a step of its own.
 */
export async function readServedFile(db: Sql, municipalityId: string, id: string): Promise<ServedFileRow | null> {
  return db.one<ServedFileRow>(
    `
    SELECT f.id, f.purpose, f.media_type, f.file_name, f.bytes, f.width, f.height, f.pages, f.uploaded_by,
      f.is_public AND coalesce((
        SELECT bool_or(c.publication IN ('published', 'withdrawn', 'merged') AND c.moderation NOT IN ('hidden', 'correction-asked'))
        FROM contribution_files s JOIN contributions c ON c.municipality_id = s.municipality_id AND c.id = s.contribution_id
        WHERE s.municipality_id = f.municipality_id AND s.file_id = f.id), true) AS is_public
    FROM files f WHERE f.municipality_id = $1 AND f.id = $2`,
    [municipalityId, id],
  );
}

/** Lets everybody read the files, from the transaction's commit on. For the act that publishes what shows them. */
export async function publishFiles(tx: Tx, municipalityId: string, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0)
    await tx.run('UPDATE files SET is_public = true WHERE municipality_id = $1 AND id = ANY ($2)', [municipalityId, fileIds]);
}

/** Takes the files back to their uploader and the staff. Hiding a contribution needs no call: see `readServedFile`. */
export async function unpublishFiles(tx: Tx, municipalityId: string, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0)
    await tx.run('UPDATE files SET is_public = false WHERE municipality_id = $1 AND id = ANY ($2)', [municipalityId, fileIds]);
}

export interface OwnedFileRow extends FileRow {
  readonly purpose: FilePurpose;
  readonly uploaded_by: string | null;
}

/** Rows of the given ids, locked against removal until the transaction ends, in no order. */
export async function lockFiles(tx: Tx, municipalityId: string, ids: readonly string[]): Promise<OwnedFileRow[]> {
  return tx.rows<OwnedFileRow>(
    `
    SELECT id, purpose, media_type, file_name, bytes, width, height, pages, uploaded_by FROM files WHERE municipality_id = $1 AND id = ANY ($2) FOR SHARE`,
    [municipalityId, ids],
  );
}

export interface RemovedFileRow {
  readonly municipality_id: string;
  readonly id: string;
}

/** Deletes rows; what showed them shows them no longer (foreign keys cascade or become null). */
export async function deleteFiles(tx: Tx, municipalityId: string, ids: readonly string[]): Promise<RemovedFileRow[]> {
  return tx.rows<RemovedFileRow>('DELETE FROM files WHERE municipality_id = $1 AND id = ANY ($2) RETURNING municipality_id, id', [
    municipalityId,
    ids,
  ]);
}

const nothingUses = `NOT EXISTS (SELECT FROM contribution_files u WHERE u.municipality_id = f.municipality_id AND u.file_id = f.id)
  AND NOT EXISTS (SELECT FROM consultation_documents u WHERE u.municipality_id = f.municipality_id AND u.file_id = f.id)
  AND NOT EXISTS (SELECT FROM response_files u WHERE u.municipality_id = f.municipality_id AND u.file_id = f.id)
  AND NOT EXISTS (SELECT FROM consultations u WHERE u.municipality_id = f.municipality_id AND u.cover_file_id = f.id)
  AND NOT EXISTS (SELECT FROM municipalities u WHERE u.id = f.municipality_id AND u.arms_file_id = f.id)
  AND NOT EXISTS (SELECT FROM paper_batches u WHERE u.municipality_id = f.municipality_id AND u.scan_file_id = f.id)`;

/** Deletes up to 200 uploads older than `hours` that were never published and that nothing uses. */
export async function deleteUnusedFiles(tx: Tx, hours: number): Promise<RemovedFileRow[]> {
  return tx.rows<RemovedFileRow>(
    `
    DELETE FROM files WHERE (municipality_id, id) IN (
      SELECT f.municipality_id, f.id FROM files f
      WHERE NOT f.is_public AND f.created_at < statement_timestamp() - make_interval(hours => $1) AND ${nothingUses}
      LIMIT 200 FOR UPDATE SKIP LOCKED)
    RETURNING municipality_id, id`,
    [hours],
  );
}

/** Deletes a person's uploads that are not public, and forgets who uploaded the others. */
export async function deleteFilesOf(tx: Tx, municipalityId: string, participantId: string): Promise<RemovedFileRow[]> {
  const removed = await tx.rows<RemovedFileRow>(
    `
    DELETE FROM files f WHERE f.municipality_id = $1 AND f.uploaded_by = $2 AND NOT f.is_public AND ${nothingUses} RETURNING f.municipality_id, f.id`,
    [municipalityId, participantId],
  );
  await tx.run('UPDATE files SET uploaded_by = NULL WHERE municipality_id = $1 AND uploaded_by = $2', [municipalityId, participantId]);
  return removed;
}

/** What a person uploaded, for "my data". */
export async function readUploadsOf(db: Sql, municipalityId: string, participantId: string): Promise<object[]> {
  return db.rows(
    `
    SELECT id, purpose, file_name AS name, media_type AS "mediaType", bytes, is_public AS "isPublic", created_at AS "uploadedAt" FROM files
    WHERE municipality_id = $1 AND uploaded_by = $2 ORDER BY id`,
    [municipalityId, participantId],
  );
}

/** Files that a person's contributions show, whoever uploaded them. */
export async function readShownBy(db: Sql, municipalityId: string, participantId: string): Promise<string[]> {
  return (
    await db.rows<{ file_id: string }>(
      `
    SELECT DISTINCT s.file_id FROM contribution_files s JOIN contributions c ON c.municipality_id = s.municipality_id AND c.id = s.contribution_id
    WHERE c.municipality_id = $1 AND c.participant_id = $2`,
      [municipalityId, participantId],
    )
  ).map((row) => row.file_id);
}
