import { messagesOf } from '../../../platform/messages.ts';
import { SegmentBar } from '../../../ui/charts/SegmentBar.tsx';
import { Count } from '../../../ui/Count.tsx';
import { peopleWords } from '../../contributions/components/PeopleBar.tsx';
import fr from '../messages/fr.json';
import { useSupportFacts, type SupportFacts } from '../queries.ts';
import styles from './SupportCount.module.css';

const t = messagesOf(fr);

/** How many people support something, moving while the page is open; a thin bar shows how far they were verified, in words for those who hear it. */
export function SupportCount({ facts, bar = true, size = 'normal' }: { facts: SupportFacts; bar?: boolean; size?: 'normal' | 'large' }) {
  const { supports, people } = useSupportFacts(facts);
  return (
    <div className={styles.count}>
      <Count value={supports} unit={t('unit', { count: supports })} size={size} />
      {bar && supports > 0 && (
        <SegmentBar
          label={peopleWords(people)}
          segments={[
            { key: 'verified', value: people.register + people.identityProvider, tone: 'accent' },
            { key: 'post', value: people.post, tone: 'for' },
            { key: 'email', value: people.email, tone: 'accent-soft' },
            { key: 'paper', value: people.paper, tone: 'sun' },
            { key: 'imported', value: people.imported, tone: 'rest' },
          ]}
        />
      )}
    </div>
  );
}
