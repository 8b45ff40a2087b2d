import type { Language } from '@parvis/shared/rules/words.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';
import type { FileRow } from '../files/index.ts';

export interface SettingsRow {
  readonly slug: string;
  readonly name: string;
  readonly tagline: string;
  readonly insee_code: string | null;
  readonly population: number | null;
  readonly postal_codes: string[];
  readonly accent: string;
  readonly languages: Language[];
  readonly time_zone: string;
  readonly host: string | null;
  readonly origin: string;
  readonly mail_from: string | null;
  readonly mail_reply_to: string | null;
  readonly arms: FileRow | null;
}

/** The town must exist; `arms` is null without a coat of arms. */
export async function readSettings(db: Sql, municipalityId: string): Promise<SettingsRow> {
  return (await db.one<SettingsRow>(
    `
    SELECT m.slug, m.name, m.tagline, m.insee_code, m.population, m.postal_codes, m.accent, m.languages, m.time_zone, m.host, m.origin, m.mail_from, m.mail_reply_to,
      CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'media_type', f.media_type, 'file_name', f.file_name, 'bytes', f.bytes,
        'width', f.width, 'height', f.height, 'pages', f.pages) END AS arms
    FROM municipalities m LEFT JOIN files f ON f.municipality_id = m.id AND f.id = m.arms_file_id WHERE m.id = $1`,
    [municipalityId],
  ))!;
}

export interface SettingsChange {
  readonly name: string;
  readonly tagline: string;
  readonly population: number | null;
  readonly accent: string;
  readonly languages: readonly Language[];
  readonly timeZone: string;
  readonly host: string | null;
  readonly origin: string;
  readonly mailFrom: string | null;
  readonly mailReplyTo: string | null;
}

/** Changes the town; its participant takes its name. A host that is taken breaks `municipalities_host`. */
export async function updateSettings(tx: Tx, municipalityId: string, s: SettingsChange): Promise<void> {
  await tx.run(
    `
    UPDATE municipalities SET name = $2, tagline = $3, population = $4, accent = $5, languages = $6, time_zone = $7, host = $8, origin = $9, mail_from = $10, mail_reply_to = $11
    WHERE id = $1`,
    [municipalityId, s.name, s.tagline, s.population, s.accent, s.languages, s.timeZone, s.host, s.origin, s.mailFrom, s.mailReplyTo],
  );
  await tx.run(`UPDATE participants SET display_name = $2 WHERE municipality_id = $1 AND source = 'town'`, [municipalityId, s.name]);
}

/** Shows other arms, or none; gives the file of the ones before. */
export async function replaceArms(tx: Tx, municipalityId: string, fileId: string | null): Promise<string | null> {
  const before = await tx.one<{ arms_file_id: string | null }>('SELECT arms_file_id FROM municipalities WHERE id = $1 FOR NO KEY UPDATE', [
    municipalityId,
  ]);
  await tx.run('UPDATE municipalities SET arms_file_id = $2 WHERE id = $1', [municipalityId, fileId]);
  return before?.arms_file_id ?? null;
}

/** Closes the town's site, or opens it again. @returns false when no town has this slug */
export async function setSuspended(db: Sql, slug: string, isSuspended: boolean): Promise<boolean> {
  return (
    (await db.run(
      'UPDATE municipalities SET suspended_at = CASE WHEN $2 THEN coalesce(suspended_at, statement_timestamp()) END WHERE slug = $1',
      [slug, isSuspended],
    )) > 0
  );
}
