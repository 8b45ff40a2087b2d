import type { PaperEntry } from '@parvis/shared/contracts/paper.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { useCancelEntry } from '../queries.ts';

const t = messagesOf(fr);

/** Asks why an entry is cancelled and, for a support or comment, which proposal was meant. */
export function CancelEntry({ batchId, entry, onClose }: { batchId: string; entry: PaperEntry; onClose: () => void }) {
  const cancel = useCancelEntry(batchId);
  const toast = useToast();
  const { kind, contributionId, participantId } = entry;
  return (
    <Dialog open onClose={onClose} title={t('cancel.title')}>
      <p>
        <strong>
          {t(`kind.${kind}`)} · {entry.person}
        </strong>
        <br />
        {entry.number === null ? entry.title : t('entries.numbered', { number: String(entry.number), title: entry.title })}
      </p>
      <p>{t('cancel.lead')}</p>
      <Form
        problem={cancel.error}
        onSubmit={(values) => {
          const number = kind === 'proposal' ? null : (values.number('number') ?? null);
          cancel.mutate(
            { kind, contributionId, participantId, reason: values.text('reason'), number },
            {
              onSuccess: () => {
                toast(number === null ? t('cancel.done') : t('cancel.corrected', { number: String(number) }));
                onClose();
              },
            },
          );
        }}
      >
        <TextArea name="reason" label={t('cancel.reason')} help={t('cancel.reason.help')} required rows={3} max={300} />
        {kind !== 'proposal' && (
          <TextField name="number" label={t('cancel.number')} help={t('cancel.number.help')} type="number" size="short" />
        )}
        <SubmitBar>
          <Button type="submit" look="danger" loading={cancel.isPending}>
            {t('cancel.do')}
          </Button>
          <Button look="plain" onClick={onClose}>
            {t('cancel.back')}
          </Button>
        </SubmitBar>
      </Form>
    </Dialog>
  );
}
