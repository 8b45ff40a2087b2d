import type { Sql, Tx } from '../../platform/database/index.ts';
import { plainWords } from '../../platform/text/index.ts';
import type { ProposalText } from './proposal-text.ts';

/** Makes a proposal's own row; that of `contributions` is there. */
export async function insertProposal(tx: Tx, municipalityId: string, id: string, activityId: string, p: ProposalText): Promise<void> {
  await tx.run(
    `
    INSERT INTO proposals (municipality_id, id, activity_id, title, body_html, body_text, title_plain, body_plain, category_id, area_id, lon, lat, address)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      municipalityId,
      id,
      activityId,
      p.title,
      p.html,
      p.text,
      plainWords(p.title),
      plainWords(p.text),
      p.categoryId,
      p.areaId,
      p.point?.lon ?? null,
      p.point?.lat ?? null,
      p.address,
    ],
  );
}

/** The words beside their plain forms, which the search reads; revision and state are `updateContribution`’s. */
export async function updateProposal(tx: Tx, municipalityId: string, id: string, p: ProposalText): Promise<void> {
  await tx.run(
    `
    UPDATE proposals SET title = $3, body_html = $4, body_text = $5, title_plain = $6, body_plain = $7, category_id = $8, area_id = $9, lon = $10, lat = $11, address = $12
    WHERE municipality_id = $1 AND id = $2`,
    [
      municipalityId,
      id,
      p.title,
      p.html,
      p.text,
      plainWords(p.title),
      plainWords(p.text),
      p.categoryId,
      p.areaId,
      p.point?.lon ?? null,
      p.point?.lat ?? null,
      p.address,
    ],
  );
}

/** Replaces the pictures of a contribution, in their order. */
export async function replacePictures(tx: Tx, municipalityId: string, id: string, pictures: ProposalText['pictures']): Promise<void> {
  await tx.run('DELETE FROM contribution_files WHERE municipality_id = $1 AND contribution_id = $2', [municipalityId, id]);
  await tx.run(
    `
    INSERT INTO contribution_files (municipality_id, contribution_id, file_id, alt, position)
    SELECT $1, $2, f.id, f.alt, f.position FROM unnest($3::uuid[], $4::text[]) WITH ORDINALITY AS f(id, alt, position)`,
    [municipalityId, id, pictures.map((one) => one.fileId), pictures.map((one) => one.alt)],
  );
}

/** The files that a contribution shows already: an edit may keep them, whoever uploaded them. */
export async function readPictureIds(tx: Tx, municipalityId: string, id: string): Promise<string[]> {
  return (
    await tx.rows<{ file_id: string }>('SELECT file_id FROM contribution_files WHERE municipality_id = $1 AND contribution_id = $2', [
      municipalityId,
      id,
    ])
  ).map((row) => row.file_id);
}

/** Whether a phase opens the action at this moment, by the database's clock. */
export async function readIsOpen(tx: Tx, municipalityId: string, activityId: string, action: string): Promise<boolean> {
  const row = await tx.one<{ is_open: boolean }>(
    `
    SELECT EXISTS (SELECT FROM openings WHERE municipality_id = $1 AND activity_id = $2 AND action = $3
      AND opens_at <= statement_timestamp() AND (closes_at IS NULL OR closes_at > statement_timestamp())) AS is_open`,
    [municipalityId, activityId, action],
  );
  return row!.is_open;
}

/** Of this town: another town’s quarter is none. */
export async function readAreaExists(tx: Tx, municipalityId: string, areaId: string): Promise<boolean> {
  return (await tx.one('SELECT FROM areas WHERE municipality_id = $1 AND id = $2', [municipalityId, areaId])) !== null;
}

/** The text, picture and place of a proposal or draft as its author edits it, whatever its state. */
export interface EditableRow {
  readonly id: string;
  readonly activity_id: string;
  readonly number: number | null;
  readonly revision: number;
  readonly title: string;
  readonly body_html: string;
  readonly category_id: string | null;
  readonly area_id: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly address: string;
  readonly updated_at: string;
  readonly pictures: readonly PictureRow[];
}

export interface PictureRow {
  readonly id: string;
  readonly file_name: string;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

const editable = `
  SELECT c.id, c.activity_id, c.number, c.revision, p.title, p.body_html, p.category_id, p.area_id, p.lon, p.lat, p.address, c.updated_at,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'file_name', f.file_name, 'alt', s.alt, 'width', f.width, 'height', f.height) ORDER BY s.position)
      FROM contribution_files s JOIN files f ON f.municipality_id = s.municipality_id AND f.id = s.file_id
      WHERE s.municipality_id = c.municipality_id AND s.contribution_id = c.id), '[]') AS pictures
  FROM contributions c JOIN proposals p ON p.municipality_id = c.municipality_id AND p.id = c.id`;

/** Whoever asks: the policy has looked before. */
export async function readEditable(db: Sql, municipalityId: string, id: string): Promise<EditableRow | null> {
  return db.one<EditableRow>(`${editable} WHERE c.municipality_id = $1 AND c.id = $2`, [municipalityId, id]);
}

/** A person's drafts in an activity, latest first. */
export async function readDrafts(db: Sql, municipalityId: string, activityId: string, participantId: string): Promise<EditableRow[]> {
  return db.rows<EditableRow>(
    `${editable}
    WHERE c.municipality_id = $1 AND c.activity_id = $2 AND c.participant_id = $3 AND c.publication = 'draft' ORDER BY c.updated_at DESC, c.id DESC LIMIT 20`,
    [municipalityId, activityId, participantId],
  );
}

/** Forgets a draft: nothing of it was ever published. False when it is not the person's draft any more. */
export async function deleteDraft(tx: Tx, municipalityId: string, id: string, participantId: string): Promise<boolean> {
  const found = await tx.one(
    `SELECT FROM contributions WHERE municipality_id = $1 AND id = $2 AND participant_id = $3 AND publication = 'draft' FOR UPDATE`,
    [municipalityId, id, participantId],
  );
  if (!found) return false;
  await tx.run('DELETE FROM contribution_files WHERE municipality_id = $1 AND contribution_id = $2', [municipalityId, id]);
  await tx.run('DELETE FROM proposals WHERE municipality_id = $1 AND id = $2', [municipalityId, id]);
  await tx.run('DELETE FROM contributions WHERE municipality_id = $1 AND id = $2', [municipalityId, id]);
  return true;
}

/** Empties a proposal's own columns; search finds nothing of it any more. */
export async function emptyProposal(tx: Sql, municipalityId: string, id: string): Promise<void> {
  await tx.run(
    `
    UPDATE proposals SET title = '', body_html = '', body_text = '', title_plain = '', body_plain = '', lon = NULL, lat = NULL, address = ''
    WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, id],
  );
}

/** Every proposal of a person, drafts too, for "my data". */
export async function readProposalsOf(db: Sql, municipalityId: string, participantId: string): Promise<object[]> {
  return db.rows(
    `
    SELECT c.id, c.number, c.publication, c.moderation, c.status, c.channel, p.title, p.body_text AS text, p.category_id AS category, p.area_id AS area,
      p.address, p.lon, p.lat, c.withdrawn_reason AS "withdrawnReason", c.created_at AS "writtenAt", c.published_at AS "publishedAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('file', f.file_id, 'alternative', f.alt) ORDER BY f.position)
        FROM contribution_files f WHERE f.municipality_id = c.municipality_id AND f.contribution_id = c.id), '[]') AS pictures,
      coalesce((SELECT jsonb_agg(jsonb_build_object('revision', r.revision, 'title', r.content->>'title', 'text', r.content->>'text', 'at', r.edited_at) ORDER BY r.revision)
        FROM revisions r WHERE r.municipality_id = c.municipality_id AND r.contribution_id = c.id), '[]') AS versions
    FROM contributions c JOIN proposals p ON p.municipality_id = c.municipality_id AND p.id = c.id
    WHERE c.municipality_id = $1 AND c.participant_id = $2 ORDER BY c.id`,
    [municipalityId, participantId],
  );
}

/** A person's drafts, to be forgotten with the account. */
export async function readDraftIdsOf(tx: Tx, municipalityId: string, participantId: string): Promise<string[]> {
  return (
    await tx.rows<{ id: string }>(
      `SELECT id FROM contributions WHERE municipality_id = $1 AND participant_id = $2 AND kind = 'proposal' AND publication = 'draft'`,
      [municipalityId, participantId],
    )
  ).map((row) => row.id);
}

/** The id behind the number in an address, whatever the proposal's state; null when the town has none. */
export async function readIdByNumber(db: Sql, municipalityId: string, number: number): Promise<string | null> {
  return (
    (
      await db.one<{ id: string }>(`SELECT id FROM contributions WHERE municipality_id = $1 AND number = $2 AND kind = 'proposal'`, [
        municipalityId,
        number,
      ])
    )?.id ?? null
  );
}

/** Drafts that nobody has touched for a year, at most 1,000 a night, in every town. */
export async function readOldDrafts(db: Sql): Promise<{ municipality_id: string; id: string; participant_id: string }[]> {
  return db.rows(`
    SELECT municipality_id, id, participant_id FROM contributions
    WHERE publication = 'draft' AND kind = 'proposal' AND updated_at < statement_timestamp() - interval '1 year' ORDER BY municipality_id, id LIMIT 1000`);
}
