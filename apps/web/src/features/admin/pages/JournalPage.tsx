import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import type { JournalEntry } from '@parvis/shared/contracts/overview.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import fr from '../messages/fr.json';
import { journalQuery } from '../queries.ts';
import styles from './JournalPage.module.css';

const t = messagesOf(fr);

function JournalPage() {
  const journal = useSuspenseInfiniteQuery(journalQuery);
  const entries = journal.data.pages.flatMap((page) => page.items);
  return (
    <Wrap className={styles.page}>
      <Crumbs crumbs={[{ label: t('overview.title'), to: addresses.administration }, { label: t('section.journal') }]} />
      <PageTitle lead={t('journal.lead')}>{t('section.journal')}</PageTitle>
      <DataTable
        caption={t('section.journal')}
        hideCaption
        rows={entries}
        rowKey={(entry) => entry.id}
        empty={t('journal.empty')}
        columns={[
          { key: 'at', header: t('journal.at'), cell: (entry) => <DateText date={entry.at} form="time" /> },
          { key: 'what', header: t('journal.what'), rowHeader: true, cell: (entry) => topicWords(entry.topic) },
          { key: 'about', header: t('journal.about'), cell: (entry) => <About entry={entry} /> },
          { key: 'who', header: t('journal.who'), cell: (entry) => entry.who || '–' },
        ]}
      />
      <LoadMore
        more={journal.hasNextPage}
        loading={journal.isFetchingNextPage}
        problem={journal.error}
        shown={entries.length}
        onMore={() => void journal.fetchNextPage()}
      />
    </Wrap>
  );
}

/** The act in words; a way of taking part that this page does not know is told by its code. */
function topicWords(topic: string): string {
  const key = `topic.${topic}`;
  return t.has(key) ? t(key) : topic;
}

function About({ entry: { consultation, contribution, legalPage } }: { entry: JournalEntry }) {
  if (legalPage)
    return (
      <Link to={addresses.footer(legalPage.page)}>
        {t(`page.${legalPage.page}`)} ({legalPage.language})
      </Link>
    );
  return (
    <>
      {contribution?.number != null && (
        <>
          <Link to={`/p/${contribution.number}`}>{t('journal.number', { number: String(contribution.number) })}</Link>
          {consultation && ', '}
        </>
      )}
      {consultation ? (
        <Link to={`/consultations/${consultation.slug}`}>
          <TownWords>{consultation.title}</TownWords>
        </Link>
      ) : (
        contribution?.number == null && '–'
      )}
    </>
  );
}

export default definePage({
  load: () => [journalQuery],
  head: () => ({ title: t('section.journal'), unlisted: true }),
  Page: JournalPage,
  needs: ['administrator'],
});
