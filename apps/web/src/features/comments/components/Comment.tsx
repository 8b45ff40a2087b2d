import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from '../../../platform/router/router.tsx';
import type { ReplyView } from '@parvis/shared/contracts/comments.ts';
import { addresses } from '../../../platform/addresses.ts';
import { lazyPart } from '../../../platform/lazy-part.tsx';
import { messagesOf } from '../../../platform/messages.ts';
import { hasRole, useViewer } from '../../../platform/site.tsx';
import { TownWords } from '../../../platform/town-words.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { LinkedText } from '../../../ui/LinkedText.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import fr from '../messages/fr.json';
import { Versions } from './Versions.tsx';
import styles from '../comments.module.css';

const t = messagesOf(fr);
/** Few debates have one; a page's loader has it there before the page shows. */
export const RemovedPlace = lazyPart(() => import('./RemovedPlace.tsx').then((one) => one.RemovedPlace));
const EditForm = lazyPart(() => import('./EditForm.tsx').then((one) => one.EditForm));
const ReplyForm = lazyPart(() => import('./ReplyForm.tsx').then((one) => one.ReplyForm));
const WithdrawDialog = lazyPart(() => import('./WithdrawDialog.tsx').then((one) => one.WithdrawDialog));

/** The act that is open below a comment. */
type Opened = 'reply' | 'edit' | 'withdraw' | null;

/** One comment or reply, with what its reader may do. Where only its place is left, the rule and the reason stand there. */
export function Comment({ subjectId, comment, isFocused }: { subjectId: string; comment: ReplyView; isFocused: boolean }) {
  const [opened, setOpened] = useState<Opened>(null);
  const anchor = `c-${comment.id}`;
  // What was opened goes with the field or button that had the focus: it comes back to the comment.
  const close = (): void => {
    setOpened(null);
    document.getElementById(anchor)?.focus({ preventScroll: true });
  };
  const place = useRef<HTMLElement>(null);
  const wasAsked = useRef(false);
  // Whoever withdraws it presses a button that goes with it: the focus stays where the comment was.
  useEffect(() => {
    if (comment.isPlaceOnly && wasAsked.current) place.current?.focus();
    wasAsked.current = opened === 'withdraw';
  });
  if (comment.isPlaceOnly)
    return (
      <article id={anchor} tabIndex={-1} ref={place} className={styles.removed}>
        <RemovedPlace comment={comment} />
      </article>
    );
  return (
    <article id={anchor} tabIndex={-1} className={classNames(styles.comment, isFocused && styles.focused)} aria-labelledby={`${anchor}-by`}>
      <Author comment={comment} nameId={`${anchor}-by`} />
      {opened === 'edit' ? <EditForm subjectId={subjectId} comment={comment} onDone={close} /> : <LinkedText text={comment.text} />}
      {comment.editedAt && opened !== 'edit' && <Versions commentId={comment.id} editedAt={comment.editedAt} />}
      <Acts comment={comment} opened={opened} onOpen={setOpened} />
      {opened === 'reply' && <ReplyForm subjectId={subjectId} parent={comment} onDone={close} />}
      {opened === 'withdraw' && <WithdrawDialog subjectId={subjectId} commentId={comment.id} open onClose={close} />}
    </article>
  );
}

function Author({ comment, nameId }: { comment: ReplyView; nameId: string }) {
  const { pathname } = useLocation();
  const { author, channel, officialTitle, isSubjectAuthor } = comment;
  return (
    <p className={styles.meta}>
      <strong id={nameId}>{author.name || t('author.erased')}</strong>
      {officialTitle !== null && (
        <Chip tone="accent" icon="hall">
          {officialTitle ? <TownWords>{officialTitle}</TownWords> : t('badge.official')}
        </Chip>
      )}
      {isSubjectAuthor && <Chip tone="accent">{t('badge.author')}</Chip>}
      {channel === 'paper' && <Chip>{t('channel.paper')}</Chip>}
      {channel === 'import' && <Chip>{t('channel.import')}</Chip>}
      {comment.publishedAt && (
        <Link to={{ pathname, search: `?commentaire=${comment.id}`, hash: `#c-${comment.id}` }} className={styles.date}>
          <VisuallyHidden>{t('permalink', { date: '' })}</VisuallyHidden>
          <DateText date={comment.publishedAt} form="relative" />
        </Link>
      )}
    </p>
  );
}

function Acts({ comment, opened, onOpen }: { comment: ReplyView; opened: Opened; onOpen: (act: Opened) => void }) {
  const viewer = useViewer();
  const name = comment.author.name || t('author.erased');
  const may = (act: ReplyView['allowed'][number]): boolean => comment.allowed.includes(act);
  const toggle = (act: Exclude<Opened, null>): void => onOpen(opened === act ? null : act);
  return (
    <p className={styles.acts}>
      {may('reply') && (
        <button type="button" aria-expanded={opened === 'reply'} onClick={() => toggle('reply')}>
          {t('reply')}
          <VisuallyHidden> {t('reply.to', { name })}</VisuallyHidden>
        </button>
      )}
      {may('edit') && (
        <button type="button" aria-expanded={opened === 'edit'} onClick={() => toggle('edit')}>
          {t('edit')}
        </button>
      )}
      {may('withdraw') && (
        <button type="button" onClick={() => onOpen('withdraw')}>
          {t('withdraw')}
        </button>
      )}
      {may('flag') && (
        <Link to={addresses.flag(comment.id)} aria-label={t('flag.of', { name })}>
          {t('flag')}
        </Link>
      )}
      {hasRole(viewer, 'moderator', 'administrator') && !comment.isMine && (
        <Link to={addresses.moderationOf(comment.id)}>{t('moderate')}</Link>
      )}
    </p>
  );
}
