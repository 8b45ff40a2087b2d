import { useId, useState } from 'react';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import fr from '../messages/fr.json';
import styles from './MoveAll.module.css';

const t = messagesOf(fr);

/** Moves the whole calendar by its first day; nothing is saved yet. */
export function MoveAll({ onMove }: { onMove: (day: string) => void }) {
  const id = useId();
  const [day, setDay] = useState('');
  return (
    <Disclosure summary={t('calendar.move')}>
      <div className={styles.move}>
        <label htmlFor={id}>{t('calendar.move.day')}</label>
        <input id={id} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        <Button
          look="plain"
          size="small"
          onClick={() => {
            if (day) onMove(day);
          }}
        >
          {t('calendar.move.do')}
        </Button>
      </div>
    </Disclosure>
  );
}
