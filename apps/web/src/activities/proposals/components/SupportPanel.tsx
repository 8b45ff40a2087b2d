import type { ProposalView } from '@parvis/shared/activities/proposals/contract.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { Count } from '../../../ui/Count.tsx';
import { ShareButton } from '../../../ui/ShareButton.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { PeopleBar } from '../../../features/contributions/components/PeopleBar.tsx';
import { FollowButton } from '../../../features/notifications/components/FollowButton.tsx';
import { SupportButton } from '../../../features/supports/components/SupportButton.tsx';
import { useSupportFacts } from '../../../features/supports/queries.ts';
import { useLiveCounts } from '../../../features/supports/use-live-counts.ts';
import fr from '../messages/fr.json';
import { supportFactsOf } from '../support-facts.ts';
import styles from './SupportPanel.module.css';

const t = messagesOf(fr);

/** How many people support the proposal, how far they were verified, and the acts: support, follow, hand on. */
export function SupportPanel({ proposal }: { proposal: ProposalView }) {
  const facts = supportFactsOf(proposal);
  const now = useSupportFacts(facts);
  useLiveCounts(proposal.activity.id, [proposal.id]);
  const { hasSupports } = proposal.activity;
  return (
    <Card as="section" aria-label={t('panel.label')}>
      {hasSupports && (
        <>
          <p>
            <Count value={now.supports} unit={t('panel.unit', { count: now.supports })} size="large" />
          </p>
          {now.supports > 0 && <PeopleBar people={now.people} />}
          {proposal.groupPeople !== null && <p className={styles.note}>{t('panel.group', { count: proposal.mergedFrom.length })}</p>}
          <div className={styles.main}>
            <SupportButton facts={facts} permission={proposal.acts.support} title={proposal.title} wide />
          </div>
        </>
      )}
      {proposal.imported.length > 0 && (
        <div className={styles.imported}>
          <p>{t('panel.imported')}</p>
          <ul>
            {proposal.imported.map((one) => (
              <li key={one.label}>
                <Count value={one.count} unit={one.label} size="text" />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Stack gap={2}>
        <FollowButton contributionId={proposal.id} />
        <ShareButton title={proposal.title} size="normal" />
      </Stack>
    </Card>
  );
}
