import type { HistoryEntry } from '@parvis/shared/contracts/consultations.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ChangeView } from './ChangeView.tsx';
import fr from './messages/fr.json';
import styles from './HistoryEntries.module.css';

const t = messagesOf(fr);

/** What was done to a consultation, newest first: when, what, by whom, why, and each difference. */
export function HistoryEntries({ entries, level = 2 }: { entries: readonly HistoryEntry[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  if (entries.length === 0) return <EmptyState icon="history" title={t('history.empty')} />;
  return (
    <ol className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className={styles.when}>
            <DateText date={entry.at} form="time" />
          </p>
          <Heading className={styles.act}>
            {t.has(`history.${entry.act}`) ? t(`history.${entry.act}` as 'history.published') : entry.act}
          </Heading>
          <p className={styles.who}>
            {entry.actorName
              ? t('history.by', { name: entry.actorName })
              : t(entry.role === 'citizen' ? 'history.by-person' : 'history.by-town')}
          </p>
          {entry.people !== null && <p>{t('history.people', { count: entry.people })}</p>}
          {entry.reason && <p className={styles.reason}>{t('history.reason', { reason: entry.reason })}</p>}
          {entry.changes.length > 0 && (
            <ul className={styles.changes}>
              {entry.changes.map((change, at) => (
                <li key={at}>
                  <ChangeView change={change} level={level} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
