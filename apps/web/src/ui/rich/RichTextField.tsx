import { useEffect, useId, useRef, useState, type ComponentType } from 'react';
import { codePoints } from '@parvis/shared/rules/plain-text.ts';
import { plainOf } from '@parvis/shared/rules/rich-text.ts';
import { CharactersLeft } from '../form/CharactersLeft.tsx';
import { Field, type FieldProps } from '../form/Field.tsx';
import { useField } from '../form/form-context.ts';
import field from '../form/Field.module.css';
import { bracketed, unbracketed, type Blanks } from './blanks.ts';
import type { RichEditorProps } from './RichEditor.tsx';
import { htmlOf } from './typeset.ts';

interface RichTextFieldProps extends FieldProps {
  /** HTML that the server has cleaned. */
  defaultValue?: string | null | undefined;
  /** Most code points of the text without markup. */
  max?: number;
  rows?: number;
  /** Places that are filled by themselves, by name, with their words: `{{name}}` in the value. */
  blanks?: Blanks;
}

/**
 * A formatted text: bold, italic, headings, lists, links. A plain textarea is there at once; the editor takes its place when its code
 * has come, and the textarea stays if it does not. Who is already writing goes on in the editor; a word that is being composed (a phone's
 * keyboard) is ended first. Read with `values.text(name)`: HTML, which the server cleans.
 */
export function RichTextField({
  name,
  label,
  help,
  required,
  hideLabel,
  className,
  defaultValue,
  max,
  rows = 8,
  blanks,
}: RichTextFieldProps) {
  const counter = useId();
  const ties = useField({ name, label, hasHelp: Boolean(help), describedBy: max === undefined ? undefined : counter });
  const [html, setHtml] = useState(defaultValue ?? '');
  const [Editor, setEditor] = useState<ComponentType<RichEditorProps> | null>(null);
  const [isWriting, setWriting] = useState(false);
  const plain = useRef<HTMLTextAreaElement>(null);
  const isComposing = useRef(false);
  useEffect(() => {
    let isHere = true;
    const takePlace = (RichEditor: ComponentType<RichEditorProps>): void => {
      if (!isHere) return;
      if (isComposing.current)
        return plain.current?.addEventListener('compositionend', () => setTimeout(() => takePlace(RichEditor)), { once: true });
      setWriting(document.activeElement === plain.current);
      setEditor(() => RichEditor);
    };
    import('./RichEditor.tsx').then(
      ({ RichEditor }) => takePlace(RichEditor),
      () => {
        /* no connection: the textarea stays */
      },
    );
    return () => {
      isHere = false;
    };
  }, []);
  const { id, 'aria-describedby': describedBy, 'aria-invalid': invalid } = ties.control;
  return (
    <Field ties={ties} label={label} help={help} required={required} hideLabel={hideLabel ?? false} className={className}>
      {Editor ? (
        <Editor
          id={id}
          labelledBy={ties.labelId}
          describedBy={describedBy}
          invalid={invalid}
          html={html}
          rows={rows}
          blanks={blanks}
          isWriting={isWriting}
          onChange={setHtml}
        />
      ) : (
        <textarea
          ref={plain}
          onCompositionStart={() => {
            isComposing.current = true;
          }}
          onCompositionEnd={() => {
            isComposing.current = false;
          }}
          id={id}
          rows={rows}
          className={field.control}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          defaultValue={blanks ? bracketed(plainOf(html), blanks) : plainOf(html)}
          onChange={({ target: { value } }) => setHtml(htmlOf(blanks ? unbracketed(value, blanks) : value))}
        />
      )}
      <input type="hidden" name={name} value={html} />
      {max !== undefined && <CharactersLeft id={counter} left={max - codePoints(plainOf(html))} max={max} />}
    </Field>
  );
}
