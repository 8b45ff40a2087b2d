import { useState } from 'react';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '../../../platform/router/router.tsx';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { OfficialResponse } from '../../responses/components/OfficialResponse.tsx';
import { SubjectList } from '../../responses/components/SubjectList.tsx';
import { DeskFrame } from '../components/DeskFrame.tsx';
import { consultationQuery } from '../../consultations/queries.ts';
import fr from '../messages/fr.json';
import { preparedQuery, useMarkReady, usePublishResponses, useRemoveResponse } from '../queries.ts';

const t = messagesOf(fr);

/** Answers that wait for the day of their publication: read once more, marked as ready, published together. */
function PreparedPage() {
  const { slug = '' } = useParams();
  const say = useToast();
  const { data: consultation } = useSuspenseQuery(consultationQuery(slug));
  const prepared = useSuspenseInfiniteQuery(preparedQuery(consultation.id));
  const items = prepared.data.pages.flatMap((page) => page.items);
  const ready = items.filter((one) => one.state === 'ready').map((one) => one.id);
  const [asks, setAsks] = useState<'publish' | { readonly remove: string } | null>(null);
  const mark = useMarkReady();
  const remove = useRemoveResponse();
  const publish = usePublishResponses(consultation.id);
  const here = `${addresses.responses}/${consultation.slug}`;
  const publishReady = (): void => {
    setAsks(null);
    publish.mutate(ready, { onSuccess: ({ published }) => say(t('prepared.published', { count: published })) });
  };
  const removeAsked = (): void => {
    if (asks !== null && asks !== 'publish') remove.mutate(asks.remove);
    setAsks(null);
  };
  return (
    <DeskFrame consultation={consultation} tab="prepared">
      <ProblemNote problem={mark.error ?? remove.error ?? publish.error} focus />
      {items.length === 0 ? (
        <EmptyState
          icon="pen"
          title={t('prepared.empty')}
          action={
            <LinkButton look="quiet" to={here}>
              {t('tabs.waiting')}
            </LinkButton>
          }
        >
          {t('prepared.empty.detail')}
        </EmptyState>
      ) : (
        <Row>
          <Button
            disabled={ready.length === 0}
            reason={ready.length === 0 ? t('prepared.publish.none') : undefined}
            loading={publish.isPending}
            onClick={() => setAsks('publish')}
          >
            {t('prepared.publish', { count: ready.length })}
          </Button>
        </Row>
      )}
      <Stack gap={5}>
        {items.map((item) => (
          <OfficialResponse key={item.id} response={item} level={2}>
            <Row spread>
              <Chip tone={item.state === 'ready' ? 'open' : 'wait'}>
                {t(item.state === 'ready' ? 'prepared.state.ready' : 'prepared.state.draft')}
              </Chip>
              <Row gap={2}>
                <Button
                  look="plain"
                  size="small"
                  loading={mark.isPending && mark.variables.responseId === item.id}
                  onClick={() => mark.mutate({ responseId: item.id, ready: item.state !== 'ready' })}
                >
                  {t(item.state === 'ready' ? 'prepared.mark-draft' : 'prepared.mark-ready')}
                </Button>
                <LinkButton look="plain" size="small" icon="pen" to={`${here}/preparees/${item.id}`}>
                  {t('prepared.edit')}
                </LinkButton>
                <Button look="plain" size="small" icon="trash" onClick={() => setAsks({ remove: item.id })}>
                  {t('prepared.remove')}
                </Button>
              </Row>
            </Row>
            {item.subjects.length > 0 && (
              <SubjectList
                title={t('prepared.subjects', { count: item.subjectCount })}
                subjects={item.subjects}
                count={item.subjectCount}
              />
            )}
          </OfficialResponse>
        ))}
      </Stack>
      <LoadMore
        more={prepared.hasNextPage}
        onMore={() => void prepared.fetchNextPage()}
        loading={prepared.isFetchingNextPage}
        problem={prepared.error}
      />
      <Dialog
        open={asks === 'publish'}
        onClose={() => setAsks(null)}
        title={t('prepared.publish.title')}
        actions={<Button onClick={publishReady}>{t('prepared.publish', { count: ready.length })}</Button>}
      >
        <p>{t('prepared.publish.detail')}</p>
      </Dialog>
      <Dialog
        open={asks !== null && asks !== 'publish'}
        onClose={() => setAsks(null)}
        title={t('prepared.remove.title')}
        actions={
          <Button look="danger" onClick={removeAsked}>
            {t('prepared.remove')}
          </Button>
        }
      >
        <p>{t('prepared.remove.detail')}</p>
      </Dialog>
    </DeskFrame>
  );
}

export default definePage({
  needs: ['official', 'administrator'],
  load: async ({ params, fetch }) => [preparedQuery((await fetch(consultationQuery(params['slug'] ?? ''))).id)],
  head: ({ params, read }) => ({ title: `${t('tabs.prepared')} – ${read(consultationQuery(params['slug'] ?? '')).title}`, unlisted: true }),
  Page: PreparedPage,
});
