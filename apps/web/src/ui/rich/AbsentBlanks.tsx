import type { Editor } from '@tiptap/core';
import { messagesOf } from '../../platform/messages.ts';
import { Button } from '../Button.tsx';
import type { Blanks } from './blanks.ts';
import fr from './messages/fr.json';
import styles from './RichEditor.module.css';

const t = messagesOf(fr);

/** Blanks that the text has lost, each with a button that puts it back where the caret is. */
export function AbsentBlanks({ editor, blanks, names }: { editor: Editor; blanks: Blanks; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div className={styles.absent}>
      <span>{t('blanks.absent')}</span>
      {names.map((name) => (
        <Button
          key={name}
          look="quiet"
          size="small"
          onClick={() => {
            editor.chain().focus().insertContent({ type: 'blank', attrs: { name } }).run();
          }}
          aria-label={t('blanks.put', { name: blanks[name] ?? name })}
        >
          {blanks[name]}
        </Button>
      ))}
    </div>
  );
}
