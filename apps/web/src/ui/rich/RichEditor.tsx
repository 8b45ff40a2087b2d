import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { AbsentBlanks } from './AbsentBlanks.tsx';
import { BlankNode } from './blank-node.ts';
import { absentFrom, marked, unmarked, type Blanks } from './blanks.ts';
import { EditorToolbar } from './EditorToolbar.tsx';
import styles from './RichEditor.module.css';
import text from './RichText.module.css';

export interface RichEditorProps {
  id: string;
  labelledBy: string;
  describedBy: string | undefined;
  invalid: true | undefined;
  /** What it begins with; later values are its own. */
  html: string;
  rows: number;
  /** Places that are filled by themselves: shown by their words, kept as `{{name}}`. */
  blanks: Blanks | undefined;
  /** The person was writing in the textarea whose place it takes: the caret goes to the end. */
  isWriting: boolean;
  onChange: (html: string) => void;
}

const extensions = [
  StarterKit.configure({
    heading: { levels: [3, 4] },
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    horizontalRule: false,
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https', protocols: ['https', 'http', 'mailto'] },
  }),
];

function attributesOf({
  id,
  labelledBy,
  describedBy,
  invalid,
}: Pick<RichEditorProps, 'id' | 'labelledBy' | 'describedBy' | 'invalid'>): Record<string, string> {
  return {
    id,
    class: `${text.rich} ${styles.text}`,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': labelledBy,
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(invalid && { 'aria-invalid': 'true' }),
  };
}

/** The editor itself; loaded only where a formatted text is written. Tab leaves it. No style is injected: the policy allows none. */
export function RichEditor({ id, labelledBy, describedBy, invalid, html, rows, blanks, isWriting, onChange }: RichEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const begin = useRef({ html, blanks, isWriting, onChange, attributes: attributesOf({ id, labelledBy, describedBy, invalid }) });
  const [editor, setEditor] = useState<Editor | null>(null);
  const [absent, setAbsent] = useState<readonly string[]>(() => (blanks ? absentFrom(html, blanks) : []));
  useEffect(() => {
    begin.current.onChange = onChange;
  });
  useLayoutEffect(() => {
    // in the moment in which the textarea goes: no letter falls between the two
    const { blanks: places } = begin.current;
    const made = new Editor({
      element: place.current!,
      extensions: places ? [...extensions, BlankNode.configure({ blanks: places })] : extensions,
      content: places ? marked(begin.current.html, places) : begin.current.html,
      injectCSS: false,
      editorProps: { attributes: begin.current.attributes },
      autofocus: begin.current.isWriting && 'end',
      onUpdate: ({ editor: one }) => {
        const typed = one.isEmpty ? '' : places ? unmarked(one.getHTML()) : one.getHTML();
        if (places) setAbsent(absentFrom(typed, places));
        begin.current.onChange(typed);
        place.current?.dispatchEvent(new Event('input', { bubbles: true })); // the form learns that something was typed
      },
    });
    if (begin.current.isWriting) made.view.focus(); // `autofocus` sets the caret at once, but the focus only some frames later
    setEditor(made);
    return () => made.destroy();
  }, []);
  useEffect(() => {
    editor?.setOptions({ editorProps: { attributes: attributesOf({ id, labelledBy, describedBy, invalid }) } });
  }, [editor, id, labelledBy, describedBy, invalid]);
  return (
    <div className={styles.editor} data-rows={rows > 10 ? 'tall' : undefined} data-invalid={invalid}>
      {editor && <EditorToolbar editor={editor} controls={id} />}
      <div ref={place} className={styles.place} />
      {editor && blanks && <AbsentBlanks editor={editor} blanks={blanks} names={absent} />}
    </div>
  );
}
