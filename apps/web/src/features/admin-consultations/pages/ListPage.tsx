import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link, useQueryString } from '../../../platform/router/router.tsx';
import type { AdminConsultationCard } from '@parvis/shared/contracts/consultation-admin.ts';
import { consultationStates, type ConsultationState } from '@parvis/shared/rules/words.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { LinkButton } from '../../../ui/Button.tsx';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Meta, PageTitle } from '../../../ui/PageTitle.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { StageChip } from '../../consultations/components/StageChip.tsx';
import fr from '../messages/fr.json';
import { adminListQuery } from '../queries.ts';
import { sectionPath } from '../sections.ts';

const t = messagesOf(fr);

/** The words of the address, for ever. */
const words: Readonly<Record<ConsultationState, string>> = {
  draft: 'brouillons',
  published: 'publiees',
  closed: 'fermees',
  archived: 'archivees',
};
const here = '/admin/consultations';

function stateIn(query: URLSearchParams): ConsultationState | undefined {
  return consultationStates.find((state) => words[state] === query.get('etat'));
}

function ListPage() {
  const search = useQueryString();
  const state = stateIn(search);
  const list = useSuspenseInfiniteQuery(adminListQuery(state));
  const consultations = list.data.pages.flatMap((page) => page.items);
  const counts = list.data.pages[0]?.counts;
  const total = consultationStates.reduce((sum, one) => sum + (counts?.[one] ?? 0), 0);
  return (
    <Wrap>
      <Crumbs crumbs={[{ label: t('crumb.admin'), to: addresses.administration }, { label: t('crumb.consultations') }]} />
      <PageTitle
        lead={t('list.lead')}
        actions={
          <LinkButton to={`${here}/nouvelle`} icon="plus">
            {t('list.new')}
          </LinkButton>
        }
      >
        {t('list.title')}
      </PageTitle>
      <Stack gap={5}>
        {total > 0 && (
          <Tabs
            look="chips"
            label={t('list.filter')}
            tabs={[
              { to: here, label: t('list.all'), current: !state, count: total },
              ...consultationStates.map((one) => ({
                to: `${here}?etat=${words[one]}`,
                label: t(`state.${one}`),
                current: one === state,
                count: counts?.[one] ?? 0,
              })),
            ]}
          />
        )}
        {consultations.length === 0 && (
          <EmptyState
            icon="speech"
            title={t(total === 0 ? 'list.first' : 'list.none')}
            action={
              <LinkButton to={`${here}/nouvelle`} icon="plus">
                {t('list.new')}
              </LinkButton>
            }
          >
            {total === 0 && t('list.first.detail')}
          </EmptyState>
        )}
        <Stack as="ul" gap={3}>
          {consultations.map((one) => (
            <Line key={one.id} consultation={one} />
          ))}
        </Stack>
        <LoadMore more={list.hasNextPage} onMore={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} problem={list.error} />
      </Stack>
    </Wrap>
  );
}

function Line({ consultation }: { consultation: AdminConsultationCard }) {
  const { id, title, visibility, updatedAt, people, closesAt, stage, state } = consultation;
  return (
    <Card as="li" linked>
      <Row gap={2}>
        <StageChip consultation={consultation} />
        {state === 'closed' && <Chip>{t('state.closed')}</Chip>}
        {visibility === 'invited' && <Chip icon="lock">{t('invited')}</Chip>}
      </Row>
      <h2>
        <Link className={cardLink} to={state === 'draft' ? sectionPath(id, 'presentation') : sectionPath(id, 'publish')}>
          <TownWords>{title}</TownWords>
        </Link>
      </h2>
      <Meta>
        <span>{t.rich('list.updated', { date: <DateText date={updatedAt} form="relative" /> })}</span>
        {stage === 'open' && closesAt && <span>{t.rich('list.until', { date: <DateText date={closesAt} end /> })}</span>}
        {people > 0 && <span>{t('list.people', { count: people })}</span>}
      </Meta>
    </Card>
  );
}

export default definePage({
  needs: ['administrator'],
  load: ({ query }) => [adminListQuery(stateIn(query))],
  head: () => ({ title: t('list.title'), unlisted: true }),
  Page: ListPage,
});
