import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { Stops } from '../components/Stops.tsx';
import { TestMail } from '../components/TestMail.tsx';
import fr from '../messages/fr.json';
import { mailDeskQuery, mailStopsQuery } from '../queries.ts';
import styles from './MailDeskPage.module.css';

const t = messagesOf(fr);
const states = ['sent', 'waiting', 'refused', 'suppressed'] as const;

function MailDeskPage() {
  const { data: desk } = useSuspenseQuery(mailDeskQuery);
  return (
    <Wrap width="work">
      <Crumbs crumbs={[{ label: t('administration'), to: addresses.administration }, { label: t('title') }]} />
      <Stack gap={6}>
        <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
        <Section
          title={t('days.title')}
          lead={desk.canSend ? t('days.lead') : t.rich('days.lead.screen', { link: (words) => <Link to="/dev/mail">{words}</Link> })}
        >
          <DataTable
            caption={t('days.caption')}
            hideCaption
            rows={desk.days}
            rowKey={(one) => one.day}
            columns={[
              { key: 'day', header: t('days.day'), rowHeader: true, cell: (one) => <DateText date={one.day} form="long" /> },
              ...states.map((state) => ({
                key: state,
                header: t(state === 'waiting' && !desk.canSend ? 'days.on-screen' : `days.${state}`),
                align: 'end' as const,
                cell: (one: (typeof desk.days)[number]) => one[state],
              })),
            ]}
          />
        </Section>
        <Stops />
        <TestMail desk={desk} />
        <Section title={t('bounces.title')} lead={t('bounces.lead')}>
          <p className={styles.address}>
            <code>{desk.bounceUrl}</code>
          </p>
        </Section>
      </Stack>
    </Wrap>
  );
}

export default definePage({
  needs: ['administrator'],
  load: () => [mailDeskQuery, mailStopsQuery],
  head: () => ({ title: t('title'), unlisted: true }),
  Page: MailDeskPage,
});
