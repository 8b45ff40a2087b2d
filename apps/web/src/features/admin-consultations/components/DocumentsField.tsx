import { useId, useRef, useState } from 'react';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import type { DocumentView } from '@parvis/shared/contracts/consultations.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useHeldForm } from '../../../ui/form/use-held-form.ts';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import fr from '../messages/fr.json';
import styles from './DocumentsField.module.css';

const t = messagesOf(fr);

interface Entry {
  readonly fileId: string;
  readonly title: string;
  readonly pages: number | null;
}

/** PDF files, each with the title under which people find it; sent as soon as they are chosen. Read with `documentsOf(values)`. */
export function DocumentsField({ documents }: { documents: readonly DocumentView[] }) {
  const label = useId();
  const input = useRef<HTMLInputElement>(null);
  const [entries, setEntries] = useState<readonly Entry[]>(documents);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const isHeld = useHeldForm(input, isSending);
  const add = async (files: readonly File[]): Promise<void> => {
    setSending(true);
    setProblem(null);
    try {
      for (const file of files) {
        const sent = await call(uploadFile, { query: { purpose: 'document' }, body: file, fileName: file.name });
        setEntries((before) => [
          ...before,
          { fileId: sent.id, title: file.name.replace(/\.pdf$/i, '').replaceAll(/[_-]+/g, ' '), pages: sent.pages },
        ]);
      }
    } catch (error) {
      setProblem(error as Error);
    } finally {
      setSending(false);
      if (input.current) input.current.value = '';
    }
  };
  return (
    <div className={styles.documents} role="group" aria-labelledby={label}>
      <p id={label} className={styles.label}>
        {t('field.documents')}
      </p>
      <p className={styles.help}>{t('field.documents.help')}</p>
      {entries.map((entry, at) => (
        <div key={entry.fileId} className={styles.entry}>
          <input type="hidden" name={`documents/${at}/fileId`} value={entry.fileId} />
          <TextField
            name={`documents/${at}/title`}
            label={t('field.document.title', { number: at + 1 })}
            required
            maxLength={200}
            defaultValue={entry.title}
            {...(entry.pages !== null && { help: t('field.document.pages', { count: entry.pages }) })}
          />
          <Button look="plain" size="small" icon="trash" onClick={() => setEntries(entries.filter((one) => one.fileId !== entry.fileId))}>
            {t('remove')}
          </Button>
        </div>
      ))}
      <ProblemNote problem={problem} />
      {isHeld && <p role="alert">{t('field.documents.wait')}</p>}
      <input
        ref={input}
        type="file"
        accept="application/pdf,.pdf"
        multiple
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => void add([...(event.target.files ?? [])])}
      />
      <p>
        <Button look="quiet" size="small" icon="upload" loading={isSending} onClick={() => input.current?.click()}>
          {t('field.documents.add')}
        </Button>
      </p>
    </div>
  );
}

/** The documents of the form, in the order shown. */
export function documentsOf(values: FormValues): { fileId: string; title: string }[] {
  const found: { fileId: string; title: string }[] = [];
  for (let at = 0; values.data.has(`documents/${at}/fileId`); at += 1)
    found.push({ fileId: values.text(`documents/${at}/fileId`), title: values.text(`documents/${at}/title`) });
  return found;
}
