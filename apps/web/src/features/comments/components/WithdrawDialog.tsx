import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../writing/messages/fr.json';
import { useWithdrawComment } from '../queries.ts';

const t = messagesOf(fr);

/** Asks before a comment is withdrawn, for it cannot be undone. */
export function WithdrawDialog({
  subjectId,
  commentId,
  open,
  onClose,
}: {
  subjectId: string;
  commentId: string;
  open: boolean;
  onClose: () => void;
}) {
  const withdraw = useWithdrawComment(subjectId, commentId);
  const say = useToast();
  const confirm = (): void =>
    withdraw.mutate(undefined, {
      onSuccess: () => {
        say(t('withdraw.done'));
        onClose();
      },
    });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('withdraw.title')}
      actions={
        <>
          <Button look="danger" loading={withdraw.isPending} onClick={confirm}>
            {t('withdraw.do')}
          </Button>
          <Button look="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('withdraw.words')}</p>
      <ProblemNote problem={withdraw.error} />
    </Dialog>
  );
}
