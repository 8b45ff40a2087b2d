import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { useViewer } from '../../../platform/site.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Grid } from '../../../ui/Stack.tsx';
import { useLiveCounts } from '../../../features/supports/use-live-counts.ts';
import type { ActivityPlace } from '../../site-kind.ts';
import { listAddress } from '../addresses.ts';
import { listViewOf } from '../list-view.ts';
import fr from './messages/fr.json';
import { namesOf } from '../names.ts';
import { listQuery } from '../queries.ts';
import { settingsOf } from '../settings.ts';
import { ProposalCard } from './ProposalCard.tsx';
import { WriteButton } from './WriteButton.tsx';
import styles from './Preview.module.css';

const t = messagesOf(fr);

/** What the consultation's page shows of a call: three proposals of the visitor's own order. */
export const previewQuery = (activityId: string) => listQuery(activityId, listViewOf(new URLSearchParams()), 3);

/** Three proposals, with a link to all; the consultation's page gives the title. */
export function Preview({ activity, consultation }: ActivityPlace) {
  const { data: page } = useSuspenseQuery(previewQuery(activity.id));
  const settings = settingsOf(activity);
  const viewer = useViewer();
  useLiveCounts(
    activity.id,
    page.items.map((one) => one.id),
  );
  const place = { activity, consultation };
  if (page.items.length === 0)
    return (
      <EmptyState
        icon="pen"
        title={t('list.none')}
        action={<WriteButton place={place} openings={activity.openings} level={viewer?.level ?? null} word={settings.word} />}
      >
        {t('list.none.help')}
      </EmptyState>
    );
  return (
    <>
      <Grid as="ul" columns={3}>
        {page.items.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} names={namesOf(page)} hasSupports={settings.supports} />
        ))}
      </Grid>
      <p className={styles.all}>
        <Link to={listAddress(place)}>{t(`all.${settings.word}`, { count: page.total })}</Link>
      </p>
    </>
  );
}
