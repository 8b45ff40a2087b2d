import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link, useQueryString } from '../../../platform/router/router.tsx';
import { commitmentStates, type CommitmentState } from '@parvis/shared/rules/words.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { CommitmentCard } from '../components/CommitmentCard.tsx';
import fr from '../messages/fr.json';
import styles from './CommitmentsPage.module.css';
import { commitmentsQuery } from '../queries.ts';

const t = messagesOf(fr);

function stateIn(query: URLSearchParams): CommitmentState | undefined {
  return commitmentStates.find((one) => one === query.get('etat'));
}

function CommitmentsPage() {
  const search = useQueryString();
  const state = stateIn(search);
  const commitments = useSuspenseInfiniteQuery(commitmentsQuery(state));
  const items = commitments.data.pages.flatMap((page) => page.items);
  return (
    <Wrap width="read">
      <Stack gap={5}>
        <PageTitle lead={t('commitments.lead')}>{t('commitments.title')}</PageTitle>
        <Tabs
          look="chips"
          label={t('commitments.filter')}
          tabs={[
            { to: addresses.commitments, label: t('commitments.all'), current: !state },
            ...commitmentStates.map((one) => ({
              to: `${addresses.commitments}?etat=${one}`,
              label: t(`commitment.state.${one}`),
              current: one === state,
            })),
          ]}
        />
        {items.length === 0 && (
          <EmptyState icon="hall" title={t('commitments.empty')}>
            {t('commitments.empty.detail')}
          </EmptyState>
        )}
        <Stack gap={4}>
          {items.map((item) => (
            <Card key={item.id} className={styles.card}>
              <p className={styles.where}>
                <Link to={`${addresses.consultations}/${item.consultation.slug}`}>
                  <TownWords>{item.consultation.title}</TownWords>
                </Link>
              </p>
              <CommitmentCard commitment={item} level={2}>
                {item.subjects.length > 0 && (
                  <p>
                    {t('commitments.about')}{' '}
                    {item.subjects.map((subject, at) => (
                      <span key={subject.id}>
                        {at > 0 && ', '}
                        <Link to={subject.path}>
                          <TownWords>{subject.title}</TownWords>
                        </Link>
                      </span>
                    ))}
                    {item.subjectCount > item.subjects.length && (
                      <> {t('answers.more-subjects', { count: item.subjectCount - item.subjects.length })}</>
                    )}
                  </p>
                )}
              </CommitmentCard>
            </Card>
          ))}
        </Stack>
        <LoadMore
          more={commitments.hasNextPage}
          onMore={() => void commitments.fetchNextPage()}
          loading={commitments.isFetchingNextPage}
          problem={commitments.error}
        />
      </Stack>
    </Wrap>
  );
}

export default definePage({
  load: ({ query }) => [commitmentsQuery(stateIn(query))],
  head: () => ({ title: t('commitments.title'), description: t('commitments.lead') }),
  Page: CommitmentsPage,
});
