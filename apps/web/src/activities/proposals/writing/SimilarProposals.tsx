import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { StatusChip } from '../../../features/contributions/components/StatusChip.tsx';
import { SupportButton } from '../../../features/supports/components/SupportButton.tsx';
import { SupportCount } from '../../../features/supports/components/SupportCount.tsx';
import { proposalAddress } from '../addresses.ts';
import fr from './messages/fr.json';
import { similarQuery } from '../queries.ts';
import styles from './SimilarProposals.module.css';

const t = messagesOf(fr);
const pauseMs = 350;
const nobody = { imported: 0, email: 0, post: 0, register: 0, identityProvider: 0, paper: 0 };

/** Proposals that say something alike, while the title is typed: people support one instead of repeating it. */
export function SimilarProposals({ activityId, title, hasSupports }: { activityId: string; title: string; hasSupports: boolean }) {
  const [asked, ask] = useState(title.trim());
  useEffect(() => {
    const timer = setTimeout(() => ask(title.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [title]);
  const { data } = useQuery({ ...similarQuery(activityId, asked), enabled: [...asked].length >= 4, placeholderData: keepPreviousData });
  const items = [...asked].length >= 4 ? (data?.items ?? []) : [];
  return (
    <div role="status" className={items.length > 0 ? styles.similar : undefined}>
      {items.length > 0 && (
        <>
          <p className={styles.lead}>
            <strong>{t('similar.title', { count: items.length })}</strong> {t('similar.lead')}
          </p>
          <ul>
            {items.map((one) => {
              const facts = { contributionId: one.id, supports: one.supports, people: nobody, mine: one.mine };
              return (
                <li key={one.id}>
                  <div className={styles.words}>
                    <Link to={proposalAddress(one)} target="_blank">
                      <TownWords>{one.title}</TownWords>
                    </Link>{' '}
                    <StatusChip status={one.status} />
                  </div>
                  {hasSupports && (
                    <div className={styles.acts}>
                      <SupportCount facts={facts} bar={false} />
                      <SupportButton facts={facts} permission={one.support} title={one.title} size="small" look="quiet" />
                    </div>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
