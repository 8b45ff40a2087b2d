import type { ConsultationContent } from '@parvis/shared/rules/calendar/changes.ts';
import type { Territory } from '@parvis/shared/rules/territory.ts';
import type { ConsultationState, ConsultationVisibility } from '@parvis/shared/rules/words.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

/** A consultation's row, locked. */
export interface LockedConsultation {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: ConsultationState;
  readonly visibility: ConsultationVisibility;
  readonly version: number;
  readonly updated_at: string;
  readonly closed_at: string | null;
  readonly has_preview_link: boolean;
}

/** Locks a consultation against other edits until the transaction ends; null when the town has none. */
export async function lockConsultation(tx: Tx, municipalityId: string, id: string): Promise<LockedConsultation | null> {
  return tx.one<LockedConsultation>(
    `
    SELECT id, slug, title, state, visibility, version, updated_at, closed_at, preview_token_hash IS NOT NULL AS has_preview_link FROM consultations WHERE municipality_id = $1 AND id = $2 FOR UPDATE`,
    [municipalityId, id],
  );
}

/** Makes a draft and takes its slug. @throws the constraint consultation_slugs_once when another consultation has or had the slug */
export async function insertConsultation(
  tx: Tx,
  c: { municipalityId: string; id: string; slug: string; title: string; question: string },
): Promise<void> {
  await tx.run('INSERT INTO consultations (municipality_id, id, slug, title, question) VALUES ($1, $2, $3, $4, $5)', [
    c.municipalityId,
    c.id,
    c.slug,
    c.title,
    c.question,
  ]);
  await insertSlug(tx, c.municipalityId, c.id, c.slug);
}

/** Of the candidates the first that no consultation of the town has or had, other than this one. */
export async function readFreeSlug(tx: Sql, municipalityId: string, candidates: readonly string[]): Promise<string | null> {
  const row = await tx.one<{ slug: string }>(
    `
    SELECT c.slug FROM unnest($2::text[]) WITH ORDINALITY AS c(slug, at)
    WHERE NOT EXISTS (SELECT FROM consultation_slugs s WHERE s.municipality_id = $1 AND s.slug = c.slug) ORDER BY c.at LIMIT 1`,
    [municipalityId, candidates],
  );
  return row?.slug ?? null;
}

/** @throws the constraint consultation_slugs_once when another consultation has or had the slug */
async function insertSlug(tx: Tx, municipalityId: string, id: string, slug: string): Promise<void> {
  await tx.run('INSERT INTO consultation_slugs (municipality_id, slug, consultation_id) VALUES ($1, $2, $3)', [municipalityId, slug, id]);
}

/** Makes `slug` the one that counts; the older ones stay and lead on, unless nobody has ever seen them. False when another consultation has it. */
export async function changeSlug(tx: Tx, municipalityId: string, id: string, slug: string, keepOld: boolean): Promise<boolean> {
  if (keepOld)
    await tx.run('UPDATE consultation_slugs SET is_current = false WHERE municipality_id = $1 AND consultation_id = $2', [
      municipalityId,
      id,
    ]);
  else await tx.run('DELETE FROM consultation_slugs WHERE municipality_id = $1 AND consultation_id = $2', [municipalityId, id]);
  const made = await tx.run(
    `
    INSERT INTO consultation_slugs (municipality_id, slug, consultation_id) VALUES ($1, $2, $3)
    ON CONFLICT (municipality_id, slug) DO UPDATE SET is_current = true WHERE consultation_slugs.consultation_id = $3`,
    [municipalityId, slug, id],
  );
  if (made === 0) return false;
  await tx.run('UPDATE consultations SET slug = $3 WHERE municipality_id = $1 AND id = $2', [municipalityId, id, slug]);
  return true;
}

export interface Presentation {
  readonly title: string;
  readonly question: string;
  readonly summary: string;
  readonly bodyHtml: string;
  readonly bodyText: string;
  readonly coverFileId: string | null;
  readonly coverAlt: string;
  readonly decidedBy: string;
  readonly decidedOn: string | null;
  readonly whatThen: string;
  readonly contact: string;
  readonly responseDelayDays: number;
  readonly territory: Territory | null;
  readonly visibility: ConsultationVisibility;
}

/** All columns at once, unlike a patch; `bodyHtml` has gone through `cleanRichText`, `bodyText` is its text for searching. */
export async function updatePresentation(tx: Tx, municipalityId: string, id: string, p: Presentation): Promise<void> {
  await tx.run(
    `
    UPDATE consultations SET title = $3, question = $4, summary = $5, body_html = $6, body_text = $7, cover_file_id = $8, cover_alt = $9, decided_by = $10, decided_on = $11,
      what_then = $12, contact = $13, response_delay_days = $14, territory = $15, visibility = $16
    WHERE municipality_id = $1 AND id = $2`,
    [
      municipalityId,
      id,
      p.title,
      p.question,
      p.summary,
      p.bodyHtml,
      p.bodyText,
      p.coverFileId,
      p.coverAlt,
      p.decidedBy,
      p.decidedOn,
      p.whatThen,
      p.contact,
      p.responseDelayDays,
      p.territory && JSON.stringify(p.territory),
      p.visibility,
    ],
  );
}

/** Quarters among `areaIds` that the town has drawn become those of the consultation; unknown ones are left out. */
export async function replaceAreas(tx: Tx, municipalityId: string, id: string, areaIds: readonly string[]): Promise<void> {
  await tx.run('DELETE FROM consultation_areas WHERE municipality_id = $1 AND consultation_id = $2', [municipalityId, id]);
  await tx.run(
    `
    INSERT INTO consultation_areas (municipality_id, consultation_id, area_id)
    SELECT a.municipality_id, $2, a.id FROM areas a WHERE a.municipality_id = $1 AND a.id = ANY ($3)`,
    [municipalityId, id, areaIds],
  );
}

/** The order of the list is the order on the page. */
export async function replaceDocuments(
  tx: Tx,
  municipalityId: string,
  id: string,
  documents: readonly { fileId: string; title: string }[],
): Promise<void> {
  await tx.run('DELETE FROM consultation_documents WHERE municipality_id = $1 AND consultation_id = $2', [municipalityId, id]);
  await tx.run(
    `
    INSERT INTO consultation_documents (municipality_id, consultation_id, file_id, title, position)
    SELECT $1, $2, d.file_id, d.title, d.position FROM unnest($3::uuid[], $4::text[]) WITH ORDINALITY AS d(file_id, title, position)`,
    [municipalityId, id, documents.map((one) => one.fileId), documents.map((one) => one.title)],
  );
}

/** Cover and documents, each once, in no order: what becomes public with the consultation. */
export async function readFilesOfConsultation(tx: Sql, municipalityId: string, id: string): Promise<string[]> {
  const rows = await tx.rows<{ file_id: string }>(
    `
    SELECT cover_file_id AS file_id FROM consultations WHERE municipality_id = $1 AND id = $2 AND cover_file_id IS NOT NULL
    UNION SELECT file_id FROM consultation_documents WHERE municipality_id = $1 AND consultation_id = $2`,
    [municipalityId, id],
  );
  return rows.map((row) => row.file_id);
}

/** Sets the state and its moment at the database's clock and ends the preview link; which state may follow which, the caller decides. */
export async function updateState(tx: Tx, municipalityId: string, id: string, state: ConsultationState): Promise<void> {
  await tx.run(
    `
    UPDATE consultations SET state = $3, preview_token_hash = NULL,
      published_at = CASE WHEN $3 = 'published' THEN statement_timestamp() ELSE published_at END,
      closed_at = CASE WHEN $3 IN ('closed', 'archived') THEN coalesce(closed_at, statement_timestamp()) ELSE closed_at END,
      archived_at = CASE WHEN $3 = 'archived' THEN statement_timestamp() END
    WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, id, state],
  );
}

/** `hash` is SHA-256 of the link's secret; null ends the link. There is one at a time. */
export async function updatePreviewToken(tx: Tx, municipalityId: string, id: string, hash: Buffer | null): Promise<void> {
  await tx.run('UPDATE consultations SET preview_token_hash = $3 WHERE municipality_id = $1 AND id = $2', [municipalityId, id, hash]);
}

/** Removes a draft with all that hangs on it. */
export async function deleteDraft(tx: Tx, municipalityId: string, id: string): Promise<void> {
  await tx.run(`DELETE FROM consultations WHERE municipality_id = $1 AND id = $2 AND state = 'draft'`, [municipalityId, id]);
}

/** Notes that something was saved; gives the version, raised by one when `isNewVersion`. */
export async function touch(tx: Tx, municipalityId: string, id: string, isNewVersion: boolean): Promise<number> {
  const row = await tx.one<{ version: number }>(
    'UPDATE consultations SET updated_at = statement_timestamp(), version = version + $3 WHERE municipality_id = $1 AND id = $2 RETURNING version',
    [municipalityId, id, isNewVersion ? 1 : 0],
  );
  return row!.version;
}

/** Keeps what everybody could read after this change, with the reason that the public reads; versions are never changed. */
export async function insertVersion(
  tx: Tx,
  v: { municipalityId: string; consultationId: string; version: number; content: ConsultationContent; reason: string; changedBy: string },
): Promise<void> {
  await tx.run(
    'INSERT INTO consultation_versions (municipality_id, consultation_id, version, content, reason, changed_by) VALUES ($1, $2, $3, $4, $5, $6)',
    [v.municipalityId, v.consultationId, v.version, JSON.stringify(v.content), v.reason, v.changedBy],
  );
}
