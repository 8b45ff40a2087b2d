import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { CommentView } from '@parvis/shared/contracts/comments.ts';
import type { Stance } from '@parvis/shared/rules/words.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import fr from '../messages/fr.json';
import { sideQuery, type DebateView } from '../queries.ts';
import { Thread } from './Thread.tsx';
import styles from '../comments.module.css';

const t = messagesOf(fr);

interface SideProps {
  subjectId: string;
  stance: Stance;
  first: { items: CommentView[]; nextCursor: string | null };
  view: DebateView;
}

/** The arguments of one side, the first ones and, when asked for, the next. */
export function Side({ subjectId, stance, first, view }: SideProps) {
  if (first.items.length === 0) return stance === 'neutral' ? null : <p className={styles.empty}>{t(`side.empty.${stance}`)}</p>;
  return (
    <>
      <ol className={styles.threads}>
        {first.items.map((comment) => (
          <Thread key={comment.id} subjectId={subjectId} comment={comment} focusId={view.comment} />
        ))}
      </ol>
      {first.nextCursor && <NextPages key={first.nextCursor} subjectId={subjectId} stance={stance} view={view} cursor={first.nextCursor} />}
    </>
  );
}

function NextPages({ subjectId, stance, view, cursor }: { subjectId: string; stance: Stance; view: DebateView; cursor: string }) {
  const [isOpen, open] = useState(false);
  const pages = useInfiniteQuery({ ...sideQuery(subjectId, stance, view.comment ? 'oldest' : view.sort, cursor), enabled: isOpen });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {items.length > 0 && (
        <ol className={styles.threads}>
          {items.map((comment) => (
            <Thread key={comment.id} subjectId={subjectId} comment={comment} focusId={view.comment} />
          ))}
        </ol>
      )}
      {isOpen ? (
        <LoadMore
          more={pages.hasNextPage || pages.isPending}
          loading={pages.isFetching}
          problem={pages.error}
          onMore={() => void pages.fetchNextPage()}
        />
      ) : (
        <div className={styles.more}>
          <Button look="quiet" size="small" onClick={() => open(true)}>
            {t('side.more')}
          </Button>
        </div>
      )}
    </>
  );
}
