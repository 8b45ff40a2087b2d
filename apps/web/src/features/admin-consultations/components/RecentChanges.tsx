import { useInfiniteQuery } from '@tanstack/react-query';
import { messagesOf } from '../../../platform/messages.ts';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Section } from '../../../ui/Section.tsx';
import { HistoryEntries } from '../../consultations/record/HistoryEntries.tsx';
import { historyQuery } from '../../consultations/queries.ts';
import fr from '../messages/fr.json';

const t = messagesOf(fr);

/** What the public reads of this consultation's changes. */
export function RecentChanges({ slug }: { slug: string }) {
  const history = useInfiniteQuery(historyQuery(slug));
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Section title={t('online.record')} lead={t('online.record.lead')}>
      <HistoryEntries entries={entries} level={3} />
      <LoadMore
        more={history.hasNextPage}
        onMore={() => void history.fetchNextPage()}
        loading={history.isFetchingNextPage}
        problem={history.error}
      />
    </Section>
  );
}
