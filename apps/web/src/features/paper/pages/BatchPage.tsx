import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useQueryString } from '../../../platform/router/router.tsx';
import type { PaperDesk } from '@parvis/shared/contracts/paper.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { BatchScan } from '../components/BatchScan.tsx';
import { CommentEntry } from '../components/CommentEntry.tsx';
import { Entries } from '../components/Entries.tsx';
import { ProposalEntry } from '../components/ProposalEntry.tsx';
import { SupportEntry } from '../components/SupportEntry.tsx';
import fr from '../messages/fr.json';
import { deskQuery } from '../queries.ts';
import styles from './BatchPage.module.css';

const t = messagesOf(fr);

const sorts = { propositions: ProposalEntry, soutiens: SupportEntry, commentaires: CommentEntry } as const;
type Sort = keyof typeof sorts;

/** One batch of sheets: its scan beside what is entered now, by its sort, and what was entered. */
function BatchPage() {
  const { batchId = '' } = useParams();
  const { data: desk } = useSuspenseQuery(deskQuery(batchId));
  const search = useQueryString();
  const chosen = (Object.keys(sorts) as Sort[]).find((one) => one === search.get('saisie')) ?? 'propositions';
  const Entry = sorts[chosen];
  const { batch } = desk;
  return (
    <Wrap>
      <Crumbs crumbs={[{ label: t('counter.title'), to: addresses.counter }, { label: t('batch', { number: String(batch.number) }) }]} />
      <Stack gap={5}>
        <PageTitle meta={<BatchFacts batch={batch} />}>{t('batch', { number: String(batch.number) })}</PageTitle>
        <div className={styles.work}>
          <BatchScan batch={batch} />
          <Stack gap={5} className={styles.typing}>
            <Tabs
              label={t('tabs')}
              tabs={(Object.keys(sorts) as Sort[]).map((one) => ({
                to: `?saisie=${one}`,
                label: t(`tab.${one}`),
                current: one === chosen,
              }))}
            />
            <Entry desk={desk} />
          </Stack>
        </div>
        <Entries desk={desk} />
      </Stack>
    </Wrap>
  );
}

/** What the batch is: of which consultation, received when, called how, with how much in it. */
function BatchFacts({ batch }: Pick<PaperDesk, 'batch'>) {
  return (
    <>
      <span>
        <TownWords>{batch.consultation.title}</TownWords>
      </span>
      <span>{t.rich('received', { date: <DateText date={batch.receivedOn} form="long" /> })}</span>
      {batch.label && (
        <span>
          <TownWords>{batch.label}</TownWords>
        </span>
      )}
      <span>{t('batch.figures', { proposals: batch.proposals, supports: batch.supports, comments: batch.comments })}</span>
    </>
  );
}

export default definePage({
  needs: ['facilitator', 'administrator'],
  load: ({ params }) => [deskQuery(params['batchId'] ?? '')],
  head: ({ params, read }) => ({
    title: `${t('batch', { number: String(read(deskQuery(params['batchId'] ?? '')).batch.number) })} – ${t('counter.title')}`,
    unlisted: true,
  }),
  Page: BatchPage,
});
