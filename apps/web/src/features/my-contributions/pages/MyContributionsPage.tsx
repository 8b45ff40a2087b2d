import { useState } from 'react';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useQueryString } from '../../../platform/router/router.tsx';
import { myParts } from '@parvis/shared/contracts/my-contributions.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { MyContributionCard } from '../components/MyContributionCard.tsx';
import fr from '../messages/fr.json';
import { myContributionsQuery, myContributionsRestQuery, partOf } from '../queries.ts';
import styles from '../my-contributions.module.css';

const t = messagesOf(fr);

/** Everything that somebody wrote or supports in this town, each with its fate. */
function MyContributionsPage() {
  const query = useQueryString();
  const part = partOf(query);
  const { data } = useSuspenseQuery(myContributionsQuery(part));
  const tabs = myParts.filter((one) => one === 'all' || one === part || data.counts[one] > 0);
  return (
    <Wrap width="read" className={styles.page}>
      <Stack gap={5}>
        <Crumbs crumbs={[{ label: t('account'), to: addresses.account }, { label: t('title') }]} />
        <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
        <Tabs
          look="chips"
          label={t('parts')}
          tabs={tabs.map((one) => ({
            to: one === 'all' ? addresses.myContributions : `${addresses.myContributions}?voir=${one}`,
            label: t(`part.${one}`),
            current: one === part,
            count: data.counts[one],
          }))}
        />
        {data.items.length === 0 &&
          (part === 'all' ? (
            <EmptyState title={t('empty.all')} icon="pen" action={<LinkButton to={addresses.consultations}>{t('empty.do')}</LinkButton>}>
              {t('empty.all.words')}
            </EmptyState>
          ) : (
            <EmptyState title={t('empty.part')} />
          ))}
        {data.items.length > 0 && (
          <ol className={styles.list}>
            {data.items.map((one) => (
              <MyContributionCard key={`${one.card.id}-${one.supportedAt}`} mine={one} />
            ))}
          </ol>
        )}
        {data.nextCursor && <Rest key={data.nextCursor} cursor={data.nextCursor} />}
      </Stack>
    </Wrap>
  );
}

function Rest({ cursor }: { cursor: string }) {
  const query = useQueryString();
  const [isOpen, setOpen] = useState(false);
  const pages = useInfiniteQuery({ ...myContributionsRestQuery(partOf(query), cursor), enabled: isOpen });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {items.length > 0 && (
        <ol className={styles.list}>
          {items.map((one) => (
            <MyContributionCard key={`${one.card.id}-${one.supportedAt}`} mine={one} />
          ))}
        </ol>
      )}
      <LoadMore
        more={!isOpen || pages.hasNextPage}
        loading={pages.isFetching}
        problem={pages.error}
        onMore={() => {
          if (isOpen) void pages.fetchNextPage();
          else setOpen(true);
        }}
      />
    </>
  );
}

export default definePage({
  load: ({ query }) => [myContributionsQuery(partOf(query))],
  head: () => ({ title: t('title'), unlisted: true }),
  Page: MyContributionsPage,
  needs: 'account',
});
