import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useQueryString } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { PlainText } from '../../../ui/rich/RichText.tsx';
import { LegalSheet } from '../components/LegalSheet.tsx';
import fr from '../messages/fr.json';
import { rulesQuery, versionOf } from '../queries.ts';
import styles from './RulesPage.module.css';

const t = messagesOf(fr);

function RulesPage() {
  const search = useQueryString();
  const { data } = useSuspenseQuery(rulesQuery(versionOf(search)));
  return (
    <LegalSheet
      title={t('title.moderation-rules')}
      lead={t('rules.lead')}
      version={data.version}
      publishedAt={data.publishedAt}
      versions={data.versions}
    >
      <ol className={styles.rules}>
        {data.rules.map((rule) => (
          <li key={rule.number} id={`regle-${rule.number}`} className={styles.rule}>
            <span className={styles.number} aria-hidden="true">
              {rule.number}
            </span>
            <h2 className={styles.title}>
              <TownWords lang={rule.language}>{rule.title}</TownWords>
            </h2>
            <PlainText text={rule.body} lang={rule.language} />
          </li>
        ))}
      </ol>
      <p>
        <Link to={addresses.moderationRegister}>{t('rules.register')}</Link>
      </p>
    </LegalSheet>
  );
}

export default definePage({
  load: ({ query }) => [rulesQuery(versionOf(query))],
  head: ({ query }) => ({
    title: t('title.moderation-rules'),
    description: t('rules.lead'),
    canonical: addresses.footer('moderation-rules'),
    unlisted: versionOf(query) !== null,
  }),
  Page: RulesPage,
});
