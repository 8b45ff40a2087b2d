import { useEffect, useId, useRef, useState, type ChangeEvent, type TextareaHTMLAttributes } from 'react';
import { codePoints } from '@parvis/shared/rules/plain-text.ts';
import { CharactersLeft } from './CharactersLeft.tsx';
import { Field, type FieldProps } from './Field.tsx';
import { useField } from './form-context.ts';
import styles from './Field.module.css';

interface TextAreaProps
  extends
    FieldProps,
    Pick<
      TextareaHTMLAttributes<HTMLTextAreaElement>,
      'lang' | 'defaultValue' | 'rows' | 'onChange' | 'onBlur' | 'placeholder' | 'readOnly' | 'disabled' | 'autoFocus' | 'autoComplete'
    > {
  /** Most code points that the server takes. Typing beyond is not cut: it is said, so that a pasted text is not silently lost. */
  max?: number;
}

/** Several lines of text; grows with what is typed. With `max` it tells how many characters are left. */
export function TextArea({ name, label, help, required, hideLabel, className, max, rows = 5, onChange, ...native }: TextAreaProps) {
  const counter = useId();
  const ties = useField({ name, label, hasHelp: Boolean(help), describedBy: max === undefined ? undefined : counter });
  const box = useRef<HTMLTextAreaElement>(null);
  const [count, setCount] = useState(() => codePoints(String(native.defaultValue ?? '')));
  useEffect(() => setCount(codePoints(box.current?.value ?? '')), []); // what the browser kept over a reload
  const changed = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    setCount(codePoints(event.target.value));
    onChange?.(event);
  };
  return (
    <Field ties={ties} label={label} help={help} required={required} hideLabel={hideLabel ?? false} className={className}>
      <textarea ref={box} {...native} {...ties.control} rows={rows} required={required} onChange={changed} className={styles.control} />
      {max !== undefined && <CharactersLeft id={counter} left={max - count} max={max} />}
    </Field>
  );
}
