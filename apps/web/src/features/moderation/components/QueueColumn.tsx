import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useQueryString } from '../../../platform/router/router.tsx';
import { waitingReasons, type Queue, type QueueLine } from '@parvis/shared/contracts/moderation.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { DeskQueue, type QueueEntry } from '../../../ui/DeskQueue.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { ShortcutsSwitch } from '../../../ui/ShortcutsSwitch.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { deskAt } from '../desk-place.ts';
import fr from '../messages/fr.json';
import { filtersOf, queueRestQuery } from '../queries.ts';
import { lineDetail, lineTitle } from '../words.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import styles from '../moderation.module.css';

const t = messagesOf(fr);

/** What waits, by why it waits, with filters; oldest first. */
export function QueueColumn({ queue, openId }: { queue: Queue; openId: string | null }) {
  const query = useQueryString();
  const filters = filtersOf(query);
  const total = waitingReasons.reduce((sum, reason) => sum + queue.counts[reason], 0);
  const tabs = waitingReasons.filter((reason) => queue.counts[reason] > 0 || filters.reason === reason);
  return (
    <>
      <h1 className={styles.deskTitle}>{total === 0 ? t('desk.title.none') : t('desk.title', { count: total })}</h1>
      {total > 0 && (
        <Tabs
          look="chips"
          label={t('desk.files')}
          tabs={[
            { to: deskAt(query, { file: null, contribution: null }), label: t('file.all'), current: !filters.reason, count: total },
            ...tabs.map((reason) => ({
              to: deskAt(query, { file: reason, contribution: null }),
              label: t(`file.${reason}`),
              current: filters.reason === reason,
              count: queue.counts[reason],
            })),
          ]}
        />
      )}
      <QueueFilters queue={queue} filters={filters} />
      {queue.items.length > 0 && <DeskQueue label={t('desk.queue')} entries={queue.items.map((line) => entryOf(line, openId, query))} />}
      {queue.nextCursor && <Rest key={queue.nextCursor} cursor={queue.nextCursor} openId={openId} />}
      <div className={styles.keys}>
        <p>
          {t('keys')} <Kbd>J</Kbd> {t('keys.next')} <Kbd>K</Kbd> {t('keys.previous')}
        </p>
        <ShortcutsSwitch />
      </div>
    </>
  );
}

function Rest({ cursor, openId }: { cursor: string; openId: string | null }) {
  const query = useQueryString();
  const [isOpen, setOpen] = useState(false);
  const pages = useInfiniteQuery({ ...queueRestQuery(filtersOf(query), cursor), enabled: isOpen });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {items.length > 0 && <DeskQueue label={t('desk.queue')} entries={items.map((line) => entryOf(line, openId, query))} />}
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

function entryOf(line: QueueLine, openId: string | null, query: URLSearchParams): QueueEntry {
  const { card, claim, isForMe, reason } = line;
  return {
    key: `${reason}-${card.id}`,
    to: deskAt(query, { contribution: card.id }),
    current: card.id === openId,
    title: lineTitle(line),
    detail: (
      <>
        {lineDetail(line)}
        <span className={styles.lineDate}>
          <DateText date={line.since} form="relative" />
        </span>
        {!isForMe && <span className={styles.lineNote}>{t('line.notMine')}</span>}
        {claim && <span className={styles.lineNote}>{claim.isMine ? t('line.claimed.me') : t('line.claimed', { name: claim.by })}</span>}
      </>
    ),
  };
}
