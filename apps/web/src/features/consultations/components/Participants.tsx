import type { ConsultationPage } from '@parvis/shared/contracts/consultations.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { PeopleBar, totalOf } from '../../contributions/components/PeopleBar.tsx';
import fr from '../messages/fr.json';
import styles from './Participants.module.css';

const t = messagesOf(fr);

/** How many people took part, and how far each was verified. */
export function Participants({ consultation: { participants } }: { consultation: Pick<ConsultationPage, 'participants'> }) {
  const total = totalOf(participants);
  if (total + participants.imported === 0) return <p>{t('people.none')}</p>;
  return (
    <Card as="section" aria-labelledby="participants">
      <h3 id="participants" className={styles.title}>
        {t('people.count', { count: total })}
      </h3>
      <PeopleBar people={participants} size="thick" />
      <p className={styles.note}>{t('people.note')}</p>
    </Card>
  );
}
