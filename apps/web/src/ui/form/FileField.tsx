import { useRef, useState, type DragEvent } from 'react';
import { formatNumber, messagesOf } from '../../platform/messages.ts';
import { classNames } from '../class-names.ts';
import { Icon } from '../Icon.tsx';
import { VisuallyHidden } from '../VisuallyHidden.tsx';
import { Field, type FieldProps } from './Field.tsx';
import { FileLine } from './FileLine.tsx';
import { useField } from './form-context.ts';
import { useHeldForm } from './use-held-form.ts';
import { useUploads, type SendFile, type SentFile } from './use-uploads.ts';
import fr from './messages/fr.json';
import styles from './FileField.module.css';

const t = messagesOf(fr);

/** A file that was there before. */
interface KnownFile extends SentFile {
  readonly name: string;
  readonly alt?: string | null;
}

interface FileFieldProps extends Omit<FieldProps, 'hideLabel'> {
  send: SendFile;
  /** As `<input accept>`: `image/*,.pdf`. */
  accept?: string;
  /** Most files; 1 by default. */
  max?: number;
  /** In bytes; a larger one is refused before it is sent. */
  maxBytes?: number;
  defaultValue?: readonly KnownFile[];
  /** Ask for words beside pictures, for those who do not see them. On by default. */
  alt?: boolean;
}

/** Files, sent as soon as they are chosen, with their progress. Read with `values.files(name)`: ids and alternative texts. */
export function FileField({
  name,
  label,
  help,
  required,
  className,
  send,
  accept,
  max = 1,
  maxBytes,
  defaultValue = [],
  alt = true,
}: FileFieldProps) {
  const ties = useField({ name, label, hasHelp: Boolean(help) });
  const input = useRef<HTMLInputElement>(null);
  const [said, say] = useState('');
  const [refusal, setRefusal] = useState('');
  const [isOver, setOver] = useState(false);
  const uploads = useUploads(
    send,
    () =>
      defaultValue.map((file) => ({
        ...file,
        key: file.id,
        alt: file.alt ?? '',
        isPicture: file.mediaType?.startsWith('image/') ?? false,
        share: null,
        problem: null,
        file: null,
      })),
    (fileName) => say(t('file.sent', { name: fileName })),
  );
  const isFull = uploads.list.length >= max;
  const isHeld = useHeldForm(
    input,
    uploads.list.some((one) => one.share !== null),
  );
  const take = (files: readonly File[]): void => {
    const small = files.filter((file) => maxBytes === undefined || file.size <= maxBytes);
    const fitting = small.slice(0, max - uploads.list.length);
    setRefusal(
      small.length < files.length
        ? t('file.too-big', { limit: sizeWords(maxBytes!) })
        : fitting.length < small.length
          ? t('file.full', { count: max })
          : '',
    );
    if (fitting.length > 0) uploads.add(fitting);
    if (input.current) input.current.value = '';
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!isFull) take([...event.dataTransfer.files]);
  };
  const remove = (key: string, fileName: string): void => {
    uploads.remove(key);
    say(t('file.removed', { name: fileName }));
    setRefusal('');
    requestAnimationFrame(() => input.current?.focus());
  };
  return (
    <Field ties={ties} label={label} help={help} required={required} className={className}>
      {uploads.list.length > 0 && (
        <ul className={styles.list}>
          {uploads.list.map((upload, at) => (
            <FileLine
              key={upload.key}
              name={`${name}/${at}`}
              upload={upload}
              asksAlt={alt && upload.isPicture}
              onRemove={() => remove(upload.key, upload.name)}
              onRetry={() => uploads.retry(upload.key)}
            />
          ))}
        </ul>
      )}
      <div
        className={classNames(styles.drop, isOver && styles.over, isFull && styles.full)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!isFull);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <input
          ref={input}
          type="file"
          id={ties.id}
          className={styles.input}
          accept={accept}
          multiple={max > 1}
          aria-disabled={isFull || undefined}
          aria-invalid={ties.control['aria-invalid']}
          aria-describedby={ties.control['aria-describedby']}
          onClick={(event) => {
            if (isFull) {
              event.preventDefault();
              setRefusal(t('file.full', { count: max }));
            }
          }}
          onChange={(event) => take([...(event.target.files ?? [])])}
        />
        <label htmlFor={ties.id} className={styles.button}>
          <Icon name="upload" /> {t(uploads.list.length > 0 ? 'file.more' : 'file.add')}
        </label>
        <span className={styles.hint} aria-hidden="true">
          {t('file.drop')}
        </span>
      </div>
      {isHeld && (
        <p className={styles.refusal} role="alert">
          {t('file.wait')}
        </p>
      )}
      {refusal && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </Field>
  );
}

function sizeWords(bytes: number): string {
  return `${formatNumber(Math.round(bytes / 100_000) / 10)}\u00a0${t('file.megabytes')}`;
}
