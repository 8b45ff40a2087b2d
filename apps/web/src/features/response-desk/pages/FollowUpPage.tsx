import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { CommitmentCard } from '../../responses/components/CommitmentCard.tsx';
import responses from '../../responses/messages/fr.json';
import { commitmentsQuery } from '../../responses/queries.ts';
import { CommitmentUpdate } from '../components/CommitmentUpdate.tsx';
import { DeskFrame } from '../components/DeskFrame.tsx';
import { consultationQuery } from '../../consultations/queries.ts';
import fr from '../messages/fr.json';

const t = messagesOf(fr);
const words = messagesOf(responses);

function FollowUpPage() {
  const { slug = '' } = useParams();
  const { data: consultation } = useSuspenseQuery(consultationQuery(slug));
  const commitments = useSuspenseInfiniteQuery(commitmentsQuery(undefined, consultation.id));
  const items = commitments.data.pages.flatMap((page) => page.items);
  return (
    <DeskFrame consultation={consultation} tab="commitments">
      {items.length === 0 && (
        <EmptyState icon="hall" title={words('commitments.empty')}>
          {words('commitments.empty.detail')}
        </EmptyState>
      )}
      <Stack gap={4}>
        {items.map((item) => (
          <Card key={item.id}>
            <CommitmentCard commitment={item} level={2}>
              <CommitmentUpdate commitment={item} />
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
    </DeskFrame>
  );
}

export default definePage({
  needs: ['official', 'administrator'],
  load: async ({ params, fetch }) => [commitmentsQuery(undefined, (await fetch(consultationQuery(params['slug'] ?? ''))).id)],
  head: ({ params, read }) => ({
    title: `${t('tabs.commitments')} – ${read(consultationQuery(params['slug'] ?? '')).title}`,
    unlisted: true,
  }),
  Page: FollowUpPage,
});
