import { differencesOf } from '@parvis/shared/rules/text-differences.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import fr from './messages/fr.json';
import styles from './TextChanges.module.css';

const t = messagesOf(fr);

/** What changed between two texts, word by word: struck through and underlined, and said in words. */
export function TextChanges({ before, after }: { before: string; after: string }) {
  return (
    <div className={styles.text}>
      {differencesOf(before, after).map(({ change, text }, at) => (
        change === 'same' ? <span key={at}>{text}</span>
          : change === 'removed' ? <del key={at}><VisuallyHidden>{t('change.removed')} </VisuallyHidden>{text}<VisuallyHidden> {t('change.end')}</VisuallyHidden></del>
            : <ins key={at}><VisuallyHidden>{t('change.added')} </VisuallyHidden>{text}<VisuallyHidden> {t('change.end')}</VisuallyHidden></ins>
      ))}
    </div>
  );
}
