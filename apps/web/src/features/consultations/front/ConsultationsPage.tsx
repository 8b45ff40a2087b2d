import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useQueryString } from '../../../platform/router/router.tsx';
import { consultationStages, type ConsultationStage } from '@parvis/shared/contracts/consultations.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { useSite } from '../../../platform/site.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { TileGrid } from '../components/TileGrid.tsx';
import fr from './messages/fr.json';
import { consultationsQuery, invitationsQuery } from '../queries.ts';

const t = messagesOf(fr);

const order: readonly ConsultationStage[] = ['open', 'upcoming', 'finished'];
/** The words of the address, for ever. */
const words: Readonly<Record<ConsultationStage, string>> = { open: 'ouvertes', upcoming: 'a-venir', finished: 'terminees' };
const pathOf = (stage: ConsultationStage): string => `${addresses.consultations}?etat=${words[stage]}`;

function stageIn(query: URLSearchParams): ConsultationStage | undefined {
  return consultationStages.find((stage) => words[stage] === query.get('etat'));
}

function ConsultationsPage() {
  const search = useQueryString();
  const { viewer, town } = useSite();
  const chosen = stageIn(search);
  const { data: invited } = useQuery({ ...invitationsQuery(), enabled: viewer !== null });
  const invitations = invited?.items ?? [];
  return (
    <Wrap>
      <PageTitle lead={t('list.lead', { town: town?.name ?? '' })}>{t('list.title')}</PageTitle>
      <Stack gap={6}>
        <Tabs
          look="chips"
          label={t('list.filter')}
          tabs={[
            { to: addresses.consultations, label: t('list.all'), current: !chosen },
            ...order.map((stage) => ({ to: pathOf(stage), label: t(`list.${stage}`), current: stage === chosen })),
          ]}
        />
        {!chosen && invitations.length > 0 && (
          <Section title={t('list.invited')} lead={t('list.invited.lead')}>
            <TileGrid consultations={invitations} />
          </Section>
        )}
        {chosen ? <OneStage stage={chosen} /> : <EveryStage />}
      </Stack>
    </Wrap>
  );
}

function OneStage({ stage }: { stage: ConsultationStage }) {
  const list = useSuspenseInfiniteQuery(consultationsQuery(stage));
  const consultations = list.data.pages.flatMap((page) => page.items);
  return (
    <Section title={t(`list.${stage}`)}>
      {consultations.length > 0 ? (
        <TileGrid consultations={consultations} first />
      ) : (
        <EmptyState icon="calendar" title={t(`list.none.${stage}`)}>
          {t('list.none.detail')}
        </EmptyState>
      )}
      <LoadMore more={list.hasNextPage} onMore={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} problem={list.error} />
    </Section>
  );
}

function EveryStage() {
  const lists = [
    useSuspenseInfiniteQuery(consultationsQuery('open')),
    useSuspenseInfiniteQuery(consultationsQuery('upcoming')),
    useSuspenseInfiniteQuery(consultationsQuery('finished')),
  ];
  const shown = lists.map((list, at) => ({ stage: order[at]!, consultations: list.data.pages[0]?.items ?? [], more: list.hasNextPage }));
  if (shown.every(({ consultations }) => consultations.length === 0))
    return (
      <EmptyState icon="speech" title={t('list.none')}>
        {t('list.none.detail')}
      </EmptyState>
    );
  return shown
    .filter(({ consultations }) => consultations.length > 0)
    .map(({ stage, consultations, more }, at) => (
      <Section key={stage} title={t(`list.${stage}`)} {...(more && { link: { to: pathOf(stage), label: t('list.more') } })}>
        <TileGrid consultations={consultations} first={at === 0} />
      </Section>
    ));
}

export default definePage({
  load: ({ query, site }) => {
    const chosen = stageIn(query);
    return [...(chosen ? [chosen] : order).map((stage) => consultationsQuery(stage)), ...(site.viewer ? [invitationsQuery()] : [])];
  },
  head: ({ site }) => ({ title: t('list.title'), description: t('list.lead', { town: site.town?.name ?? '' }) }),
  Page: ConsultationsPage,
  sharedSeconds: 15,
});
