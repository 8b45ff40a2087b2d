import { useState } from 'react';
import type { OwnComment } from '@parvis/shared/contracts/comments.ts';
import { lazyPart } from '../../../platform/lazy-part.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { OwnRestriction } from '../../moderation/own/OwnRestriction.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { LinkedText } from '../../../ui/LinkedText.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import fr from '../writing/messages/fr.json';
import styles from '../comments.module.css';

const t = messagesOf(fr);
const EditForm = lazyPart(() => import('./EditForm.tsx').then((one) => one.EditForm));
const WithdrawDialog = lazyPart(() => import('./WithdrawDialog.tsx').then((one) => one.WithdrawDialog));

/** The reader's own comments that nobody else reads: waiting, refused, removed, to be corrected or withdrawn; what moderation took away with its reasons. */
export function MyComments({ subjectId, mine }: { subjectId: string; mine: readonly OwnComment[] }) {
  if (mine.length === 0) return null;
  return (
    <Stack as="section" gap={3} aria-labelledby="mes-commentaires">
      <h3 id="mes-commentaires">{t('mine.title')}</h3>
      {mine.map((comment) => (
        <Mine key={comment.id} subjectId={subjectId} comment={comment} />
      ))}
    </Stack>
  );
}

function stateOf({
  publication,
  moderation,
  revision,
  restriction,
}: OwnComment): 'pending' | 'refused' | 'hidden' | 'correction' | 'corrected' | 'withdrawn' {
  if (moderation === 'correction-asked') return restriction && revision > restriction.decision.revision ? 'corrected' : 'correction';
  if (publication === 'withdrawn' && moderation !== 'hidden') return 'withdrawn';
  if (moderation === 'hidden') return publication === 'pending' ? 'refused' : 'hidden';
  return 'pending';
}

function Mine({ subjectId, comment }: { subjectId: string; comment: OwnComment }) {
  const [opened, setOpened] = useState<'edit' | 'withdraw' | null>(null);
  const state = stateOf(comment);
  const mayEdit = comment.allowed.includes('edit') && opened !== 'edit';
  const close = (): void => setOpened(null);
  return (
    <Card as="article" id={`${comment.publication === 'pending' ? 'c' : 'mien'}-${comment.id}`}>
      <p>
        <Chip
          tone={state === 'pending' || state === 'correction' || state === 'corrected' ? 'wait' : state === 'withdrawn' ? 'neutral' : 'no'}
        >
          {t(`mine.${state}`)}
        </Chip>
      </p>
      {state === 'corrected' && <p>{t('mine.corrected.next')}</p>}
      {comment.restriction && state !== 'corrected' && <OwnRestriction restriction={comment.restriction} />}
      {opened === 'edit' ? <EditForm subjectId={subjectId} comment={comment} onDone={close} /> : <LinkedText text={comment.text} />}
      {mayEdit && state === 'correction' && (
        <p>
          <Button size="small" icon="pen" onClick={() => setOpened('edit')}>
            {t('mine.correct')}
          </Button>
        </p>
      )}
      <p className={styles.acts}>
        {mayEdit && state !== 'correction' && (
          <button type="button" onClick={() => setOpened('edit')}>
            {t('edit')}
          </button>
        )}
        {comment.allowed.includes('withdraw') && (
          <button type="button" onClick={() => setOpened('withdraw')}>
            {t('withdraw')}
          </button>
        )}
      </p>
      {opened === 'withdraw' && <WithdrawDialog subjectId={subjectId} commentId={comment.id} open onClose={close} />}
    </Card>
  );
}
