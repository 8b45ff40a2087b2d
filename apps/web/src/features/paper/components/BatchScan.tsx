import type { PaperBatch } from '@parvis/shared/contracts/paper.ts';
import { fileRules } from '@parvis/shared/rules/file-rules.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { FileField } from '../../../ui/form/FileField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { sendScan, useDescribeBatch } from '../queries.ts';
import styles from './BatchScan.module.css';

const t = messagesOf(fr);

/** The scanned sheets, to be read while one types, and the form for the batch's label and scan, open as long as there is none. */
export function BatchScan({ batch }: { batch: PaperBatch }) {
  return (
    <Card as="section" aria-labelledby="numerisation">
      <h2 id="numerisation" className={styles.title}>
        {t('scan')}
      </h2>
      {batch.scan ? (
        <>
          <Sheets scan={batch.scan} />
          <p className={styles.who}>{t('scan.who')}</p>
          <Disclosure summary={t('notes')}>
            <BatchNotes batch={batch} />
          </Disclosure>
        </>
      ) : (
        <BatchNotes batch={batch} />
      )}
    </Card>
  );
}

/** A picture is shown, and opens beside the desk; a PDF is downloaded. What is being typed stays. */
function Sheets({ scan: { url, name, mediaType } }: { scan: NonNullable<PaperBatch['scan']> }) {
  if (!mediaType.startsWith('image/'))
    return (
      <p className={styles.file}>
        <Icon name="page" /> <a href={url}>{t('scan.download', { name })}</a>
      </p>
    );
  return (
    <a href={url} target="_blank" rel="noreferrer" className={styles.file}>
      <img src={url} alt="" className={styles.picture} />
      {t('scan.open', { name })}
    </a>
  );
}

function BatchNotes({ batch }: { batch: PaperBatch }) {
  const describe = useDescribeBatch(batch.id);
  const toast = useToast();
  return (
    <Form
      problem={describe.error}
      onSubmit={(values) =>
        describe.mutate(
          { label: values.text('label'), scanFileId: values.files('scanFileId')[0]?.id ?? null },
          { onSuccess: () => toast(t('notes.done')) },
        )
      }
    >
      <FileField
        name="scanFileId"
        label={t('scan.file')}
        help={t('scan.help')}
        send={sendScan}
        accept="image/*,.pdf"
        maxBytes={fileRules.scan.maxBytes}
        alt={false}
        defaultValue={batch.scan ? [batch.scan] : []}
      />
      <TextField name="label" label={t('label')} help={t('label.help')} defaultValue={batch.label} size="medium" />
      <SubmitBar>
        <Button type="submit" look="quiet" loading={describe.isPending}>
          {t('notes.save')}
        </Button>
      </SubmitBar>
    </Form>
  );
}
