import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { CommentView } from '@parvis/shared/contracts/comments.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import fr from '../messages/fr.json';
import { repliesQuery } from '../queries.ts';
import { Comment } from './Comment.tsx';
import styles from '../comments.module.css';

const t = messagesOf(fr);

/** One argument with its replies. */
export function Thread({ subjectId, comment, focusId }: { subjectId: string; comment: CommentView; focusId: string | null }) {
  return (
    <li className={styles.thread}>
      <Comment subjectId={subjectId} comment={comment} isFocused={comment.id === focusId} />
      {comment.replies.length > 0 && (
        <div className={styles.replies}>
          <ol>
            {comment.replies.map((reply) => (
              <li key={reply.id}>
                <Comment subjectId={subjectId} comment={reply} isFocused={reply.id === focusId} />
              </li>
            ))}
          </ol>
          {comment.repliesCursor && (
            <NextReplies key={comment.repliesCursor} subjectId={subjectId} commentId={comment.id} cursor={comment.repliesCursor} />
          )}
        </div>
      )}
    </li>
  );
}

function NextReplies({ subjectId, commentId, cursor }: { subjectId: string; commentId: string; cursor: string }) {
  const [isOpen, open] = useState(false);
  const pages = useInfiniteQuery({ ...repliesQuery(subjectId, commentId, cursor), enabled: isOpen });
  const replies = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {replies.length > 0 && (
        <ol>
          {replies.map((reply) => (
            <li key={reply.id}>
              <Comment subjectId={subjectId} comment={reply} isFocused={false} />
            </li>
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
        <Button look="plain" size="small" onClick={() => open(true)}>
          {t('replies.more')}
        </Button>
      )}
    </>
  );
}
