import type { Results } from '@parvis/shared/contracts/results.ts';
import { formatNumber, messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { totalOf } from '../../contributions/components/PeopleBar.tsx';
import fr from '../messages/fr.json';
import styles from '../results.module.css';

const t = messagesOf(fr);

/** The four numbers that people ask for first. */
export function Headline({ results: { people, totals } }: { results: Pick<Results, 'people' | 'totals'> }) {
  const heads = [
    ['people', totalOf(people)],
    ['contributions', totals.contributions],
    ['supports', totals.supports],
    ['comments', totals.comments],
  ] as const;
  return (
    <div className={styles.heads}>
      {heads.map(([key, count]) => (
        <Card key={key} className={styles.head}>
          <strong>{formatNumber(count)}</strong>
          <span>{t(`head.${key}`, { count })}</span>
        </Card>
      ))}
    </div>
  );
}
