import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Row } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import styles from './Sections.module.css';

const t = messagesOf(fr);

/** Codes that are shown this once, to be copied, kept as a file or printed. */
export function RecoveryCodesList({ codes }: { codes: readonly string[] }) {
  const say = useToast();
  const text = codes.join('\n');
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => say(t('codes.copied')));
  const keep = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
    link.download = t('codes.file');
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      <Notice tone="wait" title={t('codes.title')}>
        {t('codes.words')}
      </Notice>
      <ol className={styles.codes} aria-label={t('codes.list')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Row>
        <Button look="plain" size="small" icon="copy" onClick={copy}>
          {t('codes.copy')}
        </Button>
        <Button look="plain" size="small" icon="download" onClick={keep}>
          {t('codes.keep')}
        </Button>
      </Row>
    </>
  );
}
