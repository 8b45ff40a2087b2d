import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '../../../platform/router/router.tsx';
import { discardDraft, type ProposalDraft } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { forgetOnDevice } from './draft.ts';
import fr from './messages/fr.json';
import { proposalKeys } from '../queries.ts';
import styles from '../pages/WritePage.module.css';

const t = messagesOf(fr);

/** The reader's own drafts, to go on with or to throw away. */
export function DraftList({
  activityId,
  drafts,
  current,
}: {
  activityId: string;
  drafts: readonly ProposalDraft[];
  current: string | null;
}) {
  const client = useQueryClient();
  const discard = useMutation({
    mutationFn: (contributionId: string) => call(discardDraft, { params: { contributionId } }),
    onSuccess: (_, id) => {
      if (id === current) forgetOnDevice(activityId);
      return client.invalidateQueries({ queryKey: proposalKeys.drafts(activityId) });
    },
  });
  const others = drafts.filter((one) => one.id !== current);
  if (others.length === 0) return null;
  return (
    <Disclosure summary={t('drafts.title', { count: others.length })} look="boxed">
      <ProblemNote problem={discard.error} />
      <ul className={styles.drafts}>
        {others.map((draft) => (
          <li key={draft.id}>
            <span>
              <Link to={{ search: `?brouillon=${draft.id}` }} reload>
                {draft.title || t('drafts.untitled')}
              </Link>{' '}
              <small>
                <DateText date={draft.updatedAt} form="relative" />
              </small>
            </span>
            <Button
              look="plain"
              size="small"
              icon="trash"
              loading={discard.isPending && discard.variables === draft.id}
              onClick={() => discard.mutate(draft.id)}
            >
              {t('drafts.discard')}
              <VisuallyHidden> {draft.title}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
