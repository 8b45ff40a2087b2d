import type { AnswerClockView } from '@parvis/shared/contracts/responses.ts';
import type { To } from '../../../platform/router/location.ts';
import { Link } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { SegmentBar } from '../../../ui/charts/SegmentBar.tsx';
import { Count } from '../../../ui/Count.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import fr from '../messages/fr.json';
import styles from './AnswerClock.module.css';

const t = messagesOf(fr);

/** The promise of an answer and how it is kept: answered, waiting, late. Late ones are shown as such, to everybody. */
export function AnswerClock({ clock, awaited }: { clock: AnswerClockView; awaited?: To }) {
  const { answered, waiting, late, delayDays, dueAt } = clock;
  return (
    <Card as="section" aria-labelledby="horloge">
      <h2 id="horloge" className={styles.title}>
        {t('clock.title')}
      </h2>
      <p>
        {t('clock.promise', { count: delayDays })} {dueAt && t.rich('clock.next', { date: () => <DateText date={dueAt} end /> })}
      </p>
      <SegmentBar
        size="thick"
        segments={[
          { key: 'answered', value: answered, tone: 'accent' },
          { key: 'waiting', value: waiting, tone: 'sun' },
          { key: 'late', value: late, tone: 'against' },
        ]}
      />
      <ul className={styles.counts}>
        <li className={styles.answered}>
          <Count value={answered} size="large" /> {t('clock.answered', { count: answered })}
        </li>
        <li className={styles.waiting}>
          <Count value={waiting} size="large" /> {t('clock.waiting', { count: waiting })}
        </li>
        <li className={styles.late}>
          <Count value={late} size="large" /> {t('clock.late', { count: late })}
        </li>
      </ul>
      {awaited && waiting + late > 0 && (
        <p>
          <Link to={awaited}>{t('clock.awaited')}</Link>
        </p>
      )}
    </Card>
  );
}
