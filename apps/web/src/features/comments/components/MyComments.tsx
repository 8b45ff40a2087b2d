import { useState } from 'react';
import { Link } from 'react-router';
import type { ReplyView } from '@parvis/shared/contracts/comments.ts';
import { addresses } from '../../../platform/addresses.ts';
import { lazyPart } from '../../../platform/lazy-part.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { Card } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { LinkedText } from '../../../ui/LinkedText.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import fr from '../messages/fr.json';
import styles from '../comments.module.css';

const t = messagesOf(fr);
const EditForm = lazyPart(() => import('./EditForm.tsx').then((one) => one.EditForm));
const WithdrawDialog = lazyPart(() => import('./WithdrawDialog.tsx').then((one) => one.WithdrawDialog));

/** The reader's own comments that nobody else sees: waiting, refused, removed or to be corrected. */
export function MyComments({ subjectId, mine }: { subjectId: string; mine: readonly ReplyView[] }) {
  if (mine.length === 0) return null;
  return (
    <Stack as="section" gap={3} aria-labelledby="mes-commentaires">
      <h3 id="mes-commentaires">{t('mine.title')}</h3>
      {mine.map((comment) => <Mine key={comment.id} subjectId={subjectId} comment={comment} />)}
    </Stack>
  );
}

function stateOf({ publication, moderation }: ReplyView): 'pending' | 'refused' | 'hidden' | 'correction' {
  if (moderation === 'correction-asked') return 'correction';
  if (moderation === 'hidden') return publication === 'pending' ? 'refused' : 'hidden';
  return 'pending';
}

function Mine({ subjectId, comment }: { subjectId: string; comment: ReplyView }) {
  const [opened, setOpened] = useState<'edit' | 'withdraw' | null>(null);
  const state = stateOf(comment);
  const close = (): void => setOpened(null);
  return (
    <Card as="article" id={`${comment.publication === 'pending' ? 'c' : 'mien'}-${comment.id}`}>
      <p><Chip tone={state === 'pending' || state === 'correction' ? 'wait' : 'no'}>{t(`mine.${state}`)}</Chip></p>
      {comment.place && <p>{comment.place.reason}</p>}
      {opened === 'edit' ? <EditForm subjectId={subjectId} comment={comment} onDone={close} /> : <LinkedText text={comment.text} />}
      <p className={styles.acts}>
        {comment.allowed.includes('edit') && opened !== 'edit' && <button type="button" onClick={() => setOpened('edit')}>{t('edit')}</button>}
        {comment.allowed.includes('withdraw') && <button type="button" onClick={() => setOpened('withdraw')}>{t('withdraw')}</button>}
        {state !== 'pending' && <Link to={`${addresses.myContributions}?voir=restricted`}>{t('mine.appeal')}</Link>}
      </p>
      {opened === 'withdraw' && <WithdrawDialog subjectId={subjectId} commentId={comment.id} open onClose={close} />}
    </Card>
  );
}
