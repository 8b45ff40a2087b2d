import { useSuspenseQuery } from '@tanstack/react-query';
import { useLocation, useParams, useQueryString } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { lazyPart } from '../../../platform/lazy-part.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useViewer } from '../../../platform/site.tsx';
import { TownWords } from '../../../platform/town-words.tsx';
import { LinkButton } from '../../../ui/Button.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { consultationQuery } from '../../../features/consultations/queries.ts';
import { ProposalFilters } from '../list/ProposalFilters.tsx';
import { ProposalList } from '../list/ProposalList.tsx';
import { WriteButton } from '../components/WriteButton.tsx';
import { writeAddress } from '../addresses.ts';
import { isNarrowed, listViewOf, searchOf } from '../list-view.ts';
import fr from '../list/messages/fr.json';
import { listQuery, mapQuery, territoryQuery } from '../queries.ts';
import { settingsOf } from '../settings.ts';
import styles from './ProposalsPage.module.css';

const t = messagesOf(fr);
const ProposalMap = lazyPart(() => import('../list/ProposalMap.tsx').then((one) => one.ProposalMap));

/** All proposals of a call: search, filters, list or map. */
function ProposalsPage() {
  const { slug = '', activity: activitySlug = '' } = useParams();
  const query = useQueryString();
  const { pathname } = useLocation();
  const viewer = useViewer();
  const view = listViewOf(query);
  const { data: consultation } = useSuspenseQuery(consultationQuery(slug));
  const activity = consultation.activities.find((one) => one.slug === activitySlug)!;
  const settings = settingsOf(activity);
  const { data: page } = useSuspenseQuery(listQuery(activity.id, view));
  const isEmpty = page.total === 0 && !isNarrowed(view);
  const title = isEmpty ? (
    <TownWords>{activity.title}</TownWords>
  ) : isNarrowed(view) ? (
    t('found', { count: page.total })
  ) : (
    t(`count.${settings.word}`, { count: page.total })
  );
  const write = consultation.isPreview ? (
    <LinkButton icon="eye" look="quiet" to={writeAddress({ consultation, activity })}>
      {t('write.preview')}
    </LinkButton>
  ) : (
    <WriteButton place={{ consultation, activity }} openings={activity.openings} level={viewer?.level ?? null} word={settings.word} />
  );
  const tab = (isMap: boolean) => ({
    to: { pathname, search: searchOf({ ...view, isMap, cursor: '' }) },
    label: t(isMap ? 'view.map' : 'view.list'),
    current: view.isMap === isMap,
  });
  return (
    <Wrap className={styles.page}>
      <Crumbs
        crumbs={[
          { label: t('crumb.consultations'), to: addresses.consultations },
          { label: <TownWords>{consultation.title}</TownWords>, to: `/consultations/${consultation.slug}` },
          { label: <TownWords>{activity.title}</TownWords> },
        ]}
      />
      <PageTitle lead={activity.intro ? <TownWords>{activity.intro}</TownWords> : undefined} actions={isEmpty ? undefined : write}>
        {title}
      </PageTitle>
      {page.sort === 'random' && !view.isMap && !isEmpty && <p className={styles.hint}>{t('sort.random.why')}</p>}
      {!isEmpty && <ProposalFilters page={page} view={view} hasSupports={settings.supports} />}
      {!isEmpty && settings.place !== 'none' && <Tabs label={t('view.label')} tabs={[tab(false), tab(true)]} />}
      {view.isMap && !isEmpty ? (
        <ProposalMap activityId={activity.id} view={view} />
      ) : (
        <div>
          <ProposalList
            activityId={activity.id}
            view={view}
            first={page}
            hasSupports={settings.supports}
            empty={
              <EmptyState icon="pen" title={t('list.none')} action={write}>
                {t('list.none.help')}
              </EmptyState>
            }
          />
        </div>
      )}
    </Wrap>
  );
}

export default definePage({
  load: async ({ params, query, fetch }) => {
    const consultation = await fetch(consultationQuery(params['slug'] ?? ''));
    const activity = consultation.activities.find((one) => one.slug === params['activity'])!;
    const view = listViewOf(query);
    if (view.isMap) await ProposalMap.preload();
    return [listQuery(activity.id, view), ...(view.isMap ? [mapQuery(activity.id, view), territoryQuery] : [])];
  },
  head: ({ params, query, read }) => {
    const consultation = read(consultationQuery(params['slug'] ?? ''));
    const activity = consultation.activities.find((one) => one.slug === params['activity'])!;
    return {
      title: `${activity.title} – ${consultation.title}`,
      description: activity.intro || consultation.question,
      unlisted: query.size > 0 || consultation.isPreview || consultation.visibility === 'invited',
      draftOf: consultation.isPreview ? consultation.id : null,
      canonical: `/consultations/${consultation.slug}/${activity.slug}`,
      image: consultation.cover && { url: consultation.cover.url, alt: consultation.cover.alt },
    };
  },
  Page: ProposalsPage,
});
