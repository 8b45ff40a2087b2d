import { messagesOf } from '../platform/messages.ts';
import { Button } from './Button.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import fr from './messages/fr.json';
import styles from './LoadMore.module.css';

const t = messagesOf(fr);

interface LoadMoreProps {
  /** Whether there is a next page (`hasNextPage` of useInfiniteQuery). */
  more: boolean;
  onMore: () => void;
  loading?: boolean;
  /** Why the last attempt failed. */
  problem?: Error | null | undefined;
  /** How many are shown, said below the button. */
  shown?: number;
}

/** The foot of a list that comes page by page: the reader asks for more, nothing loads by scrolling. */
export function LoadMore({ more, onMore, loading = false, problem, shown }: LoadMoreProps) {
  if (!more && !problem) return null;
  return (
    <div className={styles.more}>
      <ProblemNote problem={problem} />
      {more && (
        <Button look="quiet" onClick={onMore} loading={loading}>
          {t('more')}
        </Button>
      )}
      {shown !== undefined && (
        <p className={styles.shown} role="status">
          {t('shown', { count: shown })}
        </p>
      )}
    </div>
  );
}
