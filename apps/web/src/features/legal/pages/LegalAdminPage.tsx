import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import type { LegalState } from '@parvis/shared/contracts/legal.ts';
import { addresses } from '../../../platform/addresses.ts';
import { LANG } from '../../../platform/lang.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { missingWords } from '../components/MissingBlanks.tsx';
import fr from '../messages/fr.json';
import { legalStateQuery } from '../queries.ts';
import styles from './LegalAdminPage.module.css';

const t = messagesOf(fr);

function LegalAdminPage() {
  const { data } = useSuspenseQuery(legalStateQuery);
  const isFilled = data.pages.every((one) => one.missing.length === 0);
  const isOpen = data.rules !== null && isFilled;
  return (
    <Wrap className={styles.page}>
      <Crumbs crumbs={[{ label: t('admin.administration'), to: addresses.administration }, { label: t('admin.title') }]} />
      <PageTitle lead={t('admin.lead')}>{t('admin.title')}</PageTitle>
      {isOpen ? (
        <Notice tone="success" title={t('admin.complete')}>
          {t('admin.complete.text')}
        </Notice>
      ) : (
        <Notice tone="wait" title={t('admin.incomplete')}>
          {t(data.rules ? 'admin.incomplete.blanks' : isFilled ? 'admin.incomplete.rules' : 'admin.incomplete.text')}
        </Notice>
      )}
      <Stack as="ul" gap={3}>
        {data.pages.map((one) => (
          <PageCard key={one.page} {...one} />
        ))}
        <Card as="li" linked className={styles.card}>
          <h2 className={styles.title}>
            <Link to="/admin/regles" className={cardLink}>
              {t('title.moderation-rules')}
            </Link>
          </h2>
          <p>
            {data.rules
              ? t.rich('meta', { version: data.rules.version, date: <DateText date={data.rules.publishedAt} /> })
              : t('admin.rules.none')}
          </p>
          <Chip tone={data.rules ? 'open' : 'wait'}>{t(data.rules ? 'admin.published' : 'admin.to-publish')}</Chip>
        </Card>
      </Stack>
    </Wrap>
  );
}

const sentence = (words: string): string => `${words.charAt(0).toLocaleUpperCase(LANG)}${words.slice(1)}.`;

function PageCard({ page, version, publishedAt, missing }: LegalState['pages'][number]) {
  return (
    <Card as="li" linked className={styles.card}>
      <h2 className={styles.title}>
        <Link to={`/admin/pages-legales/${page}`} className={cardLink}>
          {t(`title.${page}`)}
        </Link>
      </h2>
      <p>
        {missing.length > 0
          ? `${t('admin.never')}. ${sentence(missingWords(missing))}`
          : version !== null && publishedAt !== null
            ? t.rich('meta', { version, date: <DateText date={publishedAt} /> })
            : t('admin.never')}
      </p>
      <Chip tone={missing.length > 0 ? 'wait' : 'open'}>
        {missing.length > 0 ? t('admin.missing', { count: missing.length }) : t('admin.published')}
      </Chip>
    </Card>
  );
}

export default definePage({
  load: () => [legalStateQuery],
  head: () => ({ title: t('admin.title'), unlisted: true }),
  Page: LegalAdminPage,
  needs: ['administrator'],
});
