import { Link } from '../../../platform/router/router.tsx';
import { legalPages, type LegalPage } from '@parvis/shared/rules/words.ts';
import { messagesOf } from '../../../platform/messages.ts';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

interface MissingBlanksProps {
  /** `<page>.<field>` and `moderation-rules`, as the API names what keeps consultations shut. */
  readonly codes: readonly string[];
  /** Where a page, or the rules, are filled in. */
  readonly addressOf: (page: LegalPage | 'moderation-rules') => string;
}

/** The names of the empty required blanks of one page, in one line. */
export function missingWords(names: readonly string[]): string {
  return t('missing.fields', { fields: names.map((name) => t(`field.${name}` as keyof typeof fr)).join(', ') });
}

/** What is missing before a consultation may open, each page with a link to where it is filled in. */
export function MissingBlanks({ codes, addressOf }: MissingBlanksProps) {
  const pages = legalPages
    .map((page) => ({ page, names: codes.filter((code) => code.startsWith(`${page}.`)).map((code) => code.slice(page.length + 1)) }))
    .filter(({ names }) => names.length > 0);
  return (
    <ul>
      {pages.map(({ page, names }) => (
        <li key={page}>
          <Link to={addressOf(page)}>{t(`title.${page}`)}</Link>
          {' – '}
          {missingWords(names)}
        </li>
      ))}
      {codes.includes('moderation-rules') && (
        <li>
          <Link to={addressOf('moderation-rules')}>{t('title.moderation-rules')}</Link>
          {' – '}
          {t('missing.rules')}
        </li>
      )}
    </ul>
  );
}
