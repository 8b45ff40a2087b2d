import { useId, useState, type KeyboardEvent } from 'react';
import type { Editor } from '@tiptap/core';
import { messagesOf } from '../../platform/messages.ts';
import { Button } from '../Button.tsx';
import field from '../form/Field.module.css';
import fr from './messages/fr.json';
import styles from './RichEditor.module.css';

const t = messagesOf(fr);

/** Asks for the address of a link, in the editor rather than in a window; Enter takes it, Escape leaves. */
export function LinkBar({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const id = useId();
  const [address, setAddress] = useState(String(editor.getAttributes('link')['href'] ?? ''));
  const apply = (): void => {
    const typed = address.trim();
    const href = typed === '' || /^[a-z]+:/i.test(typed) ? typed : typed.includes('@') ? `mailto:${typed}` : `https://${typed}`;
    const chain = editor.chain().focus().extendMarkRange('link');
    if (href === '') chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onDone();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      apply();
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      editor.commands.focus();
      onDone();
    }
  };
  return (
    <div className={styles.linkBar}>
      <label htmlFor={id} className={field.label}>
        {t('link.address')}
      </label>
      <div className={styles.linkRow}>
        <input
          id={id}
          type="url"
          inputMode="url"
          autoFocus
          className={field.control}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={onKey}
          placeholder="https://"
        />
        <Button size="small" look="quiet" onClick={apply}>
          {t(address.trim() === '' ? 'link.remove' : 'link.apply')}
        </Button>
      </div>
    </div>
  );
}
