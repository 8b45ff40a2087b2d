import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Moved, definePage, type Place } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { HistoryEntries } from './HistoryEntries.tsx';
import fr from './messages/fr.json';
import { consultationQuery, historyQuery } from '../queries.ts';

const t = messagesOf(fr);

const slugIn = ({ params }: Pick<Place, 'params'>): string => params['slug'] ?? '';

function HistoryPage() {
  const { slug = '' } = useParams();
  const history = useSuspenseInfiniteQuery(historyQuery(slug));
  const entries = history.data.pages.flatMap((page) => page.entries);
  const title = history.data.pages[0]?.title ?? '';
  return (
    <Wrap width="read">
      <Crumbs
        crumbs={[
          { label: t('crumb.consultations'), to: addresses.consultations },
          { label: <TownWords>{title}</TownWords>, to: `${addresses.consultations}/${slug}` },
          { label: t('history.title') },
        ]}
      />
      <PageTitle lead={t('history.lead')}>{t('history.title')}</PageTitle>
      <HistoryEntries entries={entries} />
      <LoadMore
        more={history.hasNextPage}
        onMore={() => void history.fetchNextPage()}
        loading={history.isFetchingNextPage}
        problem={history.error}
      />
    </Wrap>
  );
}

export default definePage({
  load: async (place) => {
    const consultation = await place.fetch(consultationQuery(slugIn(place)));
    if (consultation.slug !== slugIn(place)) throw new Moved(`${addresses.consultations}/${consultation.slug}/historique`);
    return [historyQuery(consultation.slug)];
  },
  head: (place) => {
    const { id, title, visibility, isPreview } = place.read(consultationQuery(slugIn(place)));
    return {
      title: `${t('history.title')} – ${title}`,
      description: t('history.lead'),
      unlisted: isPreview || visibility === 'invited',
      draftOf: isPreview ? id : null,
    };
  },
  Page: HistoryPage,
});
