import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Moved, definePage, type Place } from '../../../platform/page.ts';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { ChangeView } from '../components/ChangeView.tsx';
import fr from '../messages/fr.json';
import { consultationQuery, historyQuery } from '../queries.ts';
import styles from './HistoryPage.module.css';

const t = messagesOf(fr);

const slugIn = ({ params }: Pick<Place, 'params'>): string => params['slug'] ?? '';

function HistoryPage() {
  const { slug = '' } = useParams();
  const history = useSuspenseInfiniteQuery(historyQuery(slug));
  const entries = history.data.pages.flatMap((page) => page.entries);
  const title = history.data.pages[0]?.title ?? '';
  return (
    <Wrap width="read">
      <Crumbs crumbs={[{ label: t('crumb.consultations'), to: addresses.consultations }, { label: title, to: `${addresses.consultations}/${slug}` }, { label: t('history.title') }]} />
      <PageTitle lead={t('history.lead')}>{t('history.title')}</PageTitle>
      {entries.length === 0 && <EmptyState icon="history" title={t('history.empty')} />}
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <p className={styles.when}><DateText date={entry.at} form="time" /></p>
            <h2 className={styles.act}>{t.has(`history.${entry.act}`) ? t(`history.${entry.act}` as 'history.published') : entry.act}</h2>
            <p className={styles.who}>{entry.actorName ? t('history.by', { name: entry.actorName }) : t('history.by-town')}</p>
            {entry.reason && <p className={styles.reason}>{t('history.reason', { reason: entry.reason })}</p>}
            {entry.changes.length > 0 && <ul className={styles.changes}>{entry.changes.map((change, at) => <li key={at}><ChangeView change={change} /></li>)}</ul>}
          </li>
        ))}
      </ol>
      <LoadMore more={history.hasNextPage} onMore={() => void history.fetchNextPage()} loading={history.isFetchingNextPage} problem={history.error} />
    </Wrap>
  );
}

export default definePage({
  load: async (place) => {
    const consultation = await place.fetch(consultationQuery(slugIn(place)));
    if (consultation.slug !== slugIn(place)) throw new Moved(`${addresses.consultations}/${consultation.slug}/historique`);
    return [historyQuery(consultation.slug)];
  },
  head: (place) => ({ title: `${t('history.title')} – ${place.read(consultationQuery(slugIn(place))).title}`, description: t('history.lead'), unlisted: place.read(consultationQuery(slugIn(place))).visibility === 'invited' }),
  Page: HistoryPage,
});
