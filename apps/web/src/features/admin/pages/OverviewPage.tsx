import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useTown } from '../../../platform/site.tsx';
import { LinkButton } from '../../../ui/Button.tsx';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Grid } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { MissingBlanks } from '../../legal/index.ts';
import fr from '../messages/fr.json';
import { overviewQuery } from '../queries.ts';
import { sectionsOf, type AdminSection } from '../sections.ts';
import styles from './OverviewPage.module.css';

const t = messagesOf(fr);

function OverviewPage() {
  const { name } = useTown();
  const { data } = useSuspenseQuery(overviewQuery);
  const isFirst = data.consultations.draft + data.consultations.published + data.consultations.closed === 0;
  return (
    <Wrap className={styles.page}>
      <PageTitle lead={t('overview.lead', { name })}>{t('overview.title')}</PageTitle>
      {data.legal.missing.length > 0 && (
        <Notice
          tone="wait"
          title={t('legal.notice', { count: data.legal.missing.length })}
          actions={
            <LinkButton size="small" to="/admin/pages-legales">
              {t('legal.complete')}
            </LinkButton>
          }
        >
          <p>{t('legal.notice.text')}</p>
          <MissingBlanks
            codes={data.legal.missing}
            addressOf={(page) => (page === 'moderation-rules' ? '/admin/regles' : `/admin/pages-legales/${page}`)}
          />
        </Notice>
      )}
      {isFirst && data.legal.missing.length === 0 && (
        <Notice
          title={t('first.title')}
          actions={
            <LinkButton size="small" to="/admin/consultations">
              {t('first.act')}
            </LinkButton>
          }
        >
          {t('first.text')}
        </Notice>
      )}
      <Grid as="ul" columns={3} gap={4}>
        {sectionsOf(data).map((section) => (
          <SectionCard key={section.key} section={section} />
        ))}
      </Grid>
    </Wrap>
  );
}

function SectionCard({ section: { icon, to, title, state, waits } }: { section: AdminSection }) {
  return (
    <Card as="li" linked className={styles.section}>
      <h2 className={styles.title}>
        <Icon name={icon} size="large" className={styles.icon} />
        <Link to={to} className={cardLink}>
          {title}
        </Link>
      </h2>
      <p className={styles.state}>{state}</p>
      {waits && (
        <p className={styles.waits}>
          <Icon name="clock" /> {waits}
        </p>
      )}
    </Card>
  );
}

export default definePage({
  load: () => [overviewQuery],
  head: () => ({ title: t('overview.title'), unlisted: true }),
  Page: OverviewPage,
  needs: ['administrator'],
});
