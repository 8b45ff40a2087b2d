import type { LegalValues } from '@parvis/shared/rules/legal-pages.ts';
import type { Language, LegalPage } from '@parvis/shared/rules/words.ts';
import type { Sql, Tx } from '../../platform/database/index.ts';

export interface LegalRow {
  readonly page: LegalPage;
  readonly language: Language;
  readonly version: number;
  readonly title: string;
  readonly body_html: string;
  readonly fields: LegalValues;
  readonly published_at: string;
  readonly is_complete: boolean;
}

/** One public version of a page: the newest where `version` is null; in `language`, else in French, else in any. */
export async function readPublicPage(
  publicDb: Sql,
  municipalityId: string,
  page: LegalPage,
  language: Language,
  version: number | null,
): Promise<LegalRow | null> {
  return publicDb.one<LegalRow>(
    `
    SELECT page, language, version, title, body_html, fields, published_at, true AS is_complete FROM visible_legal_pages
    WHERE municipality_id = $1 AND page = $2 AND ($3::integer IS NULL OR version = $3)
    ORDER BY version DESC, language = $4 DESC, language = 'fr' DESC LIMIT 1`,
    [municipalityId, page, version, language],
  );
}

export interface VersionRow {
  readonly version: number;
  readonly published_at: string;
}

/** The newest 50 public versions of a page. */
export async function readPageVersions(publicDb: Sql, municipalityId: string, page: LegalPage): Promise<VersionRow[]> {
  return publicDb.rows<VersionRow>(
    `
    SELECT version, min(published_at) AS published_at FROM visible_legal_pages WHERE municipality_id = $1 AND page = $2
    GROUP BY version ORDER BY version DESC LIMIT 50`,
    [municipalityId, page],
  );
}

/** The newest version of each page in every language, complete or not: what an administrator works on. */
export async function readNewestPages(db: Sql, municipalityId: string, page: LegalPage | null = null): Promise<LegalRow[]> {
  return db.rows<LegalRow>(
    `
    SELECT l.page, l.language, l.version, l.title, l.body_html, l.fields, l.published_at, l.is_complete FROM legal_pages l
    WHERE l.municipality_id = $1 AND ($2::text IS NULL OR l.page = $2)
      AND l.version = (SELECT max(o.version) FROM legal_pages o WHERE o.municipality_id = l.municipality_id AND o.page = l.page)
    ORDER BY l.page, l.language DESC`,
    [municipalityId, page],
  );
}

/** Lets one act at a time change what the town publishes about itself. */
export async function lockTown(tx: Tx, municipalityId: string): Promise<void> {
  await tx.run('SELECT FROM municipalities WHERE id = $1 FOR NO KEY UPDATE', [municipalityId]);
}

export interface NewLegalPage {
  readonly municipalityId: string;
  readonly page: LegalPage;
  readonly version: number;
  readonly language: Language;
  readonly title: string;
  readonly html: string;
  readonly values: LegalValues;
  readonly isComplete: boolean;
  readonly accountId: string | null;
}

/** Writes a version in one language; one that was never public is replaced, a public one never. */
export async function writeLegalPage(tx: Tx, l: NewLegalPage): Promise<void> {
  await tx.run(
    `
    INSERT INTO legal_pages (municipality_id, page, language, version, title, body_html, fields, is_complete, published_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (municipality_id, page, language, version) DO UPDATE
      SET title = excluded.title, body_html = excluded.body_html, fields = excluded.fields, is_complete = excluded.is_complete,
        published_by = excluded.published_by, published_at = statement_timestamp()
      WHERE NOT legal_pages.is_complete`,
    [l.municipalityId, l.page, l.language, l.version, l.title, l.html, JSON.stringify(l.values), l.isComplete, l.accountId],
  );
}
