import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { LANG } from '../../../platform/lang.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useSite } from '../../../platform/site.tsx';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Meta, PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { DataNotes } from '../components/DataNotes.tsx';
import { TableCard } from '../components/TableCard.tsx';
import fr from '../messages/fr.json';
import styles from '../open-data.module.css';
import { townDataQuery } from '../queries.ts';

const t = messagesOf(fr);

function TownDataPage() {
  const { data } = useSuspenseQuery(townDataQuery);
  const { base } = useSite();
  return (
    <Wrap className={styles.page}>
      <Stack gap={6}>
        <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
        <Section title={t('consultations')}>
          {data.consultations.length === 0 && <EmptyState title={t('consultations.none')} />}
          <ul className={styles.consultations}>
            {data.consultations.map((one) => (
              <Card as="li" key={one.slug} linked>
                <h3>
                  <Link className={cardLink} to={`${addresses.consultations}/${one.slug}/donnees`}>
                    <TownWords>{one.title}</TownWords>
                  </Link>
                </h3>
                <Meta>
                  <DateText date={one.publishedAt} />
                  <span>{t('consultation.open')}</span>
                </Meta>
              </Card>
            ))}
          </ul>
        </Section>
        <Section title={t('tables.town')}>
          <ul className={styles.tables}>
            {data.tables.map((table) => (
              <TableCard key={table.key} table={table} />
            ))}
          </ul>
        </Section>
        <DataNotes data={data} feed={`${base}/${LANG}/consultations.atom`} />
      </Stack>
    </Wrap>
  );
}

export default definePage({
  load: () => [townDataQuery],
  head: () => ({ title: t('title'), description: t('lead') }),
  Page: TownDataPage,
  sharedSeconds: 60,
});
