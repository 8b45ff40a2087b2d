import { messagesOf } from '../../platform/messages.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { ProblemNote } from '../ProblemNote.tsx';
import { Progress } from '../Progress.tsx';
import { VisuallyHidden } from '../VisuallyHidden.tsx';
import { TextField } from './TextField.tsx';
import type { Upload } from './use-uploads.ts';
import fr from './messages/fr.json';
import styles from './FileField.module.css';

const t = messagesOf(fr);

interface FileLineProps {
  /** The name of its fields: `photos/0`. */
  name: string;
  upload: Upload;
  asksAlt: boolean;
  onRemove: () => void;
  onRetry: () => void;
}

/** One file of a FileField: its name, how far it is, its alternative text, and the way out. */
export function FileLine({ name, upload, asksAlt, onRemove, onRetry }: FileLineProps) {
  return (
    <li className={styles.line}>
      {upload.isPicture && upload.url ? (
        <img src={`${upload.url}?w=400`} alt="" className={styles.picture} />
      ) : (
        <span className={styles.picture}>
          <Icon name={upload.isPicture ? 'picture' : 'page'} size="large" />
        </span>
      )}
      <div className={styles.words}>
        <div className={styles.head}>
          <span className={styles.name}>{upload.name}</span>
          <button type="button" className={styles.remove} onClick={onRemove}>
            <Icon name="trash" />
            <VisuallyHidden>{t('file.remove', { name: upload.name })}</VisuallyHidden>
          </button>
        </div>
        {upload.share !== null && <Progress value={upload.share} label={t('file.sending', { name: upload.name })} />}
        <ProblemNote
          problem={upload.problem}
          actions={
            <Button look="plain" size="small" onClick={onRetry}>
              {t('file.again', { name: upload.name })}
            </Button>
          }
        />
        {upload.id && <input type="hidden" name={`${name}/id`} value={upload.id} />}
        {upload.id &&
          (asksAlt ? (
            <TextField name={`${name}/alt`} label={t('file.alt')} help={t('file.alt.help')} defaultValue={upload.alt} required />
          ) : (
            <input type="hidden" name={`${name}/alt`} value={upload.alt} />
          ))}
      </div>
    </li>
  );
}
