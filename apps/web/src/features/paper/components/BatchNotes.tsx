import type { PaperBatch } from '@parvis/shared/contracts/paper.ts';
import { fileRules } from '@parvis/shared/rules/file-rules.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { FileField } from '../../../ui/form/FileField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { sendScan, useDescribeBatch } from '../queries.ts';

const t = messagesOf(fr);

/** The batch's label and scan, which may come after the entries. */
export function BatchNotes({ batch }: { batch: PaperBatch }) {
  const describe = useDescribeBatch(batch.id);
  const toast = useToast();
  return (
    <Disclosure summary={t('notes')} look="boxed">
      <Form
        problem={describe.error}
        onSubmit={(values) =>
          describe.mutate(
            { label: values.text('label'), scanFileId: values.files('scanFileId')[0]?.id ?? null },
            { onSuccess: () => toast(t('notes.done')) },
          )
        }
      >
        <TextField name="label" label={t('label')} help={t('label.help')} defaultValue={batch.label} size="medium" />
        <FileField
          name="scanFileId"
          label={t('scan')}
          help={t('scan.help')}
          send={sendScan}
          accept="image/*,.pdf"
          maxBytes={fileRules.scan.maxBytes}
          alt={false}
          defaultValue={batch.scan ? [batch.scan] : []}
        />
        <SubmitBar>
          <Button type="submit" look="quiet" loading={describe.isPending}>
            {t('notes.save')}
          </Button>
        </SubmitBar>
      </Form>
    </Disclosure>
  );
}
