import type { MouseEvent } from 'react';
import type { To } from '../../../platform/router/location.ts';
import { Link } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import button from '../../../ui/Button.module.css';
import { classNames } from '../../../ui/class-names.ts';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import fr from './messages/fr.json';
import styles from './MoreLink.module.css';

const t = messagesOf(fr);

interface MoreLinkProps {
  to: To;
  onMore: () => void;
  loading: boolean;
  problem: Error | null;
  shown: number;
  total: number;
}

/** The foot of the list: adds the next page here, and without script leads to it. */
export function MoreLink({ to, onMore, loading, problem, shown, total }: MoreLinkProps) {
  const add = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (!loading) onMore();
  };
  return (
    <div className={styles.more}>
      <ProblemNote problem={problem} />
      <Link to={to} onClick={add} aria-busy={loading || undefined} className={classNames(button.button, button.quiet)}>
        {t('list.more')}
      </Link>
      <p role="status">{t('list.shown', { shown, total })}</p>
    </div>
  );
}
