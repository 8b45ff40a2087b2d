import type { LegalDraft } from '@parvis/shared/contracts/legal.ts';
import { missingFields, type LegalValues } from '@parvis/shared/rules/legal-pages.ts';
import { legalPages, type Language, type LegalPage } from '@parvis/shared/rules/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { say } from '../../platform/messages/index.ts';
import { writeLegalPage, type LegalRow } from './legal.queries.ts';
import { legalTemplate } from './templates.ts';

/** What fills blanks before anybody typed anything. */
function defaultValues(page: LegalPage, language: Language): LegalValues {
  return page === 'privacy' ? { retention: say(language, 'legal.defaults.retention') } : page === 'terms' ? { minimumAge: '15' } : {};
}

/** A page as its administrator edits it: the newest version in each of the town's languages, the template where there is none. */
export function draftOf(page: LegalPage, languages: readonly Language[], rows: readonly LegalRow[]): LegalDraft {
  const ofPage = rows.filter((row) => row.page === page);
  const values = ofPage[0]?.fields ?? defaultValues(page, languages[0] ?? 'fr');
  return {
    page,
    values: { ...values },
    texts: languages.map((language) => {
      const row = ofPage.find((one) => one.language === language);
      return row ? { language, title: row.title, html: row.body_html } : { language, ...legalTemplate(page, language) };
    }),
    version: ofPage[0]?.is_complete ? ofPage[0].version : null,
    missing: missingFields(page, values),
  };
}

/**
 * Gives a new town its legal pages from the templates, in its languages; nothing of it is public before the blanks are filled.
 * @param publisher the town as the publisher and the controller of data, such as "Commune d’Arcachon"
 */
export async function writeLegalTemplates(
  tx: Tx,
  municipalityId: string,
  languages: readonly Language[],
  publisher: string,
): Promise<void> {
  const known: { readonly [P in LegalPage]?: LegalValues } = { 'legal-notice': { publisher }, privacy: { controller: publisher } };
  for (const page of legalPages) {
    const { texts, values } = draftOf(page, languages, []);
    for (const { language, title, html } of texts) {
      await writeLegalPage(tx, {
        municipalityId,
        page,
        version: 1,
        language,
        title,
        html,
        values: { ...values, ...known[page] },
        isComplete: false,
        accountId: null,
      });
    }
  }
}
