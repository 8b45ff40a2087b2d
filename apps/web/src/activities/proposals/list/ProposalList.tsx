import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import type { ProposalPage } from '@parvis/shared/activities/proposals/contract.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Grid } from '../../../ui/Stack.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { useLiveCounts } from '../../../features/supports/use-live-counts.ts';
import { isNarrowed, searchOf, type ListView } from '../list-view.ts';
import fr from './messages/fr.json';
import { namesOf } from '../names.ts';
import { morePagesQuery } from '../queries.ts';
import { MoreLink } from './MoreLink.tsx';
import { ProposalCard } from '../components/ProposalCard.tsx';

const t = messagesOf(fr);

interface ProposalListProps {
  activityId: string;
  view: ListView;
  first: ProposalPage;
  hasSupports: boolean;
  empty: React.ReactNode;
}

/** The cards, page by page as the reader asks; counts move while they are in sight. */
export function ProposalList({ activityId, view, first, hasSupports, empty }: ProposalListProps) {
  const more = useInfiniteQuery(morePagesQuery(activityId, view, first.nextCursor ?? ''));
  const pages = first.nextCursor ? (more.data?.pages ?? []) : [];
  const items = [...first.items, ...pages.flatMap((page) => page.items)];
  const next = pages.length > 0 ? pages.at(-1)!.nextCursor : first.nextCursor;
  useLiveCounts(
    activityId,
    items.map((one) => one.id),
  );
  if (items.length === 0)
    return isNarrowed(view) ? (
      <EmptyState
        icon="search"
        title={t('list.none-found')}
        action={<Link to={{ search: searchOf({ isMap: view.isMap }) }}>{t('list.all')}</Link>}
      >
        {t('list.none-found.help')}
      </EmptyState>
    ) : (
      <>{empty}</>
    );
  const names = namesOf(first);
  return (
    <>
      <VisuallyHidden>
        <h2>{t('list.title')}</h2>
      </VisuallyHidden>
      {view.cursor && (
        <p>
          <Link to={{ search: searchOf({ ...view, cursor: '' }) }}>{t('list.from-start')}</Link>
        </p>
      )}
      <Grid as="ul" columns={3}>
        {items.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} names={names} hasSupports={hasSupports} />
        ))}
      </Grid>
      {next && (
        <MoreLink
          to={{ search: searchOf({ ...view, cursor: next }) }}
          loading={more.isFetching}
          problem={more.error}
          shown={items.length}
          total={first.total}
          onMore={() => void (more.data ? more.fetchNextPage() : more.refetch())}
        />
      )}
    </>
  );
}
