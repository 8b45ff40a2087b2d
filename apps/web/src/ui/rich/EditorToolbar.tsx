import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Editor } from '@tiptap/core';
import { messagesOf } from '../../platform/messages.ts';
import { Icon } from '../Icon.tsx';
import { LinkBar } from './LinkBar.tsx';
import fr from './messages/fr.json';
import styles from './RichEditor.module.css';

const t = messagesOf(fr);

interface Tool {
  readonly key: string;
  readonly label: string;
  readonly face: ReactNode;
  readonly isOn: (editor: Editor) => boolean;
  readonly act: (editor: Editor) => void;
}

const tools: readonly Tool[] = [
  {
    key: 'bold',
    label: t('bold'),
    face: <b>{t('bold.face')}</b>,
    isOn: (e) => e.isActive('bold'),
    act: (e) => e.chain().focus().toggleBold().run(),
  },
  {
    key: 'italic',
    label: t('italic'),
    face: <i>I</i>,
    isOn: (e) => e.isActive('italic'),
    act: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    key: 'heading',
    label: t('heading'),
    face: <b>{t('heading.face')}</b>,
    isOn: (e) => e.isActive('heading', { level: 3 }),
    act: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    key: 'bullets',
    label: t('bullets'),
    face: <Icon name="list" />,
    isOn: (e) => e.isActive('bulletList'),
    act: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    key: 'numbers',
    label: t('numbers'),
    face: <Icon name="numbers" />,
    isOn: (e) => e.isActive('orderedList'),
    act: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    key: 'quote',
    label: t('quote'),
    face: <Icon name="quote" />,
    isOn: (e) => e.isActive('blockquote'),
    act: (e) => e.chain().focus().toggleBlockquote().run(),
  },
];

/** The toolbar of the editor: one stop of the Tab key, arrows move within it (ARIA Authoring Practices, toolbar). */
export function EditorToolbar({ editor, controls }: { editor: Editor; controls: string }) {
  const bar = useRef<HTMLDivElement>(null);
  const [, redraw] = useState(0);
  const [stop, setStop] = useState(0);
  const [isLinking, setLinking] = useState(false);
  useEffect(() => {
    const changed = (): void => redraw((count) => count + 1);
    editor.on('transaction', changed);
    return () => {
      editor.off('transaction', changed);
    };
  }, [editor]);
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const last = tools.length;
    const next = step === -Infinity ? 0 : step === Infinity ? last : (stop + step + last + 1) % (last + 1);
    setStop(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  const button = (at: number, { key, label, face }: Omit<Tool, 'isOn' | 'act'>, isOn: boolean, act: () => void): ReactNode => (
    <button
      key={key}
      type="button"
      className={styles.tool}
      aria-pressed={isOn}
      aria-label={label}
      title={label}
      tabIndex={stop === at ? 0 : -1}
      onFocus={() => setStop(at)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      {face}
    </button>
  );
  return (
    <>
      <div ref={bar} role="toolbar" aria-label={t('toolbar')} aria-controls={controls} className={styles.toolbar} onKeyDown={onKey}>
        {tools.map((tool, at) => button(at, tool, tool.isOn(editor), () => tool.act(editor)))}
        {button(tools.length, { key: 'link', label: t('link'), face: <Icon name="link" /> }, editor.isActive('link'), () =>
          setLinking(!isLinking),
        )}
      </div>
      {isLinking && <LinkBar editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}
