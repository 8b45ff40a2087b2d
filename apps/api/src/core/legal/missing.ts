import { missingFields } from '@parvis/shared/rules/legal-pages.ts';
import { legalPages } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';
import { say, type Language } from '../../platform/messages/index.ts';
import { LegalPagesIncomplete } from './legal.errors.ts';
import { readNewestPages } from './legal.queries.ts';
import { readRuleVersions } from './rules.queries.ts';

const rulesCode = 'moderation-rules';

/**
 * What keeps every consultation of the town shut: `<page>.<field>` for each empty required blank of its legal pages, and
 * `moderation-rules` while none are published; empty when consultations may open.
 */
export async function missingForOpening(db: Sql, municipalityId: string): Promise<string[]> {
  const rows = await readNewestPages(db, municipalityId);
  const fields = legalPages.flatMap((page) =>
    missingFields(page, rows.find((row) => row.page === page)?.fields ?? {}).map((field) => `${page}.${field}`),
  );
  return (await readRuleVersions(db, municipalityId)).length > 0 ? fields : [...fields, rulesCode];
}

/** Asks that consultations may open. @throws LegalPagesIncomplete naming in the reader's language what is missing */
export async function requireLegalPages(db: Sql, municipalityId: string, language: Language): Promise<void> {
  const missing = await missingForOpening(db, municipalityId);
  if (missing.length > 0) throw new LegalPagesIncomplete({ missing: nameMissing(missing, language) });
}

/** Codes of `missingForOpening` in words, one clause for each page. */
function nameMissing(codes: readonly string[], language: Language): string {
  const clauses = legalPages.flatMap((page) => {
    const fields = codes
      .filter((code) => code.startsWith(`${page}.`))
      .map((code) => say(language, `legal.fields.${code.slice(page.length + 1)}`));
    return fields.length > 0
      ? [say(language, 'legal.missing', { page: say(language, `legal.titles.${page}`), fields: fields.join(', ') })]
      : [];
  });
  return [...clauses, ...(codes.includes(rulesCode) ? [say(language, 'legal.rules')] : [])].join(language === 'fr' ? '\u202f; ' : '; ');
}
