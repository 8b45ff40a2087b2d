import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { messagesOf } from '../../../platform/messages.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { LinkedText } from '../../../ui/LinkedText.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import fr from '../messages/fr.json';
import { versionsQuery } from '../queries.ts';
import styles from '../comments.module.css';

const t = messagesOf(fr);

/** Says that a comment was changed, and shows what it said before to whoever asks. */
export function Versions({ commentId, editedAt }: { commentId: string; editedAt: string }) {
  const [isOpen, open] = useState(false);
  const { data, error } = useQuery({ ...versionsQuery(commentId), enabled: isOpen });
  return (
    <details className={styles.versions} onToggle={(event) => open(event.currentTarget.open)}>
      <summary>
        {t('edited')} <DateText date={editedAt} form="relative" />
      </summary>
      <ProblemNote problem={error} />
      <ol aria-label={t('edited.versions')}>
        {data?.versions.map((one) => (
          <li key={one.revision}>
            <p className={styles.meta}>
              <strong>{t('version', { number: one.revision })}</strong> <DateText date={one.editedAt} form="time" />
            </p>
            {one.text === '' ? <p>{t('version.withheld')}</p> : <LinkedText text={one.text} />}
          </li>
        ))}
      </ol>
    </details>
  );
}
