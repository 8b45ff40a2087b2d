import { differencesOf, shortenSame } from '@parvis/shared/rules/text-differences.ts';
import { messagesOf } from '../../platform/messages.ts';
import { useTownLang } from '../../platform/town-words.tsx';
import { VisuallyHidden } from '../VisuallyHidden.tsx';
import fr from './messages/fr.json';
import styles from './TextChanges.module.css';

const t = messagesOf(fr);

interface TextChangesProps {
  readonly before: string;
  readonly after: string;
  /** Characters of unchanged text that are kept on each side of a change; all of it when left out. */
  readonly around?: number;
}

/** What changed between two texts, word by word: struck through and underlined, and said in words. */
export function TextChanges({ before, after, around }: TextChangesProps) {
  const lang = useTownLang();
  const parts = differencesOf(before, after);
  return (
    <div className={styles.text}>
      {(around === undefined ? parts : shortenSame(parts, around)).map(({ change, text }, at) =>
        change === 'same' ? (
          <span key={at} lang={lang}>
            {text}
          </span>
        ) : change === 'removed' ? (
          <del key={at}>
            <VisuallyHidden>{t('change.removed')} </VisuallyHidden>
            <span lang={lang}>{text}</span>
            <VisuallyHidden> {t('change.end')}</VisuallyHidden>
          </del>
        ) : (
          <ins key={at}>
            <VisuallyHidden>{t('change.added')} </VisuallyHidden>
            <span lang={lang}>{text}</span>
            <VisuallyHidden> {t('change.end')}</VisuallyHidden>
          </ins>
        ),
      )}
    </div>
  );
}
