import type { InputHTMLAttributes, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { FieldNotes } from './Field.tsx';
import { useField } from './form-context.ts';
import field from './Field.module.css';
import styles from './Choices.module.css';

interface CheckboxFieldProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'defaultChecked' | 'onChange' | 'disabled' | 'required'> {
  name: string;
  label: string;
  /** Shown instead of `label` where the sentence holds a link. */
  children?: ReactNode;
  help?: ReactNode;
}

/** One box to tick: a consent, a setting. Read with `values.flag(name)`. */
export function CheckboxField({ name, label, children, help, ...native }: CheckboxFieldProps) {
  const ties = useField({ name, label, hasHelp: Boolean(help) });
  return (
    <div className={classNames(field.field, ties.error && field.wrong)} data-field="">
      <label className={styles.line}>
        <input type="checkbox" value="true" {...native} {...ties.control} className={styles.box} />
        <span>{children ?? label}</span>
      </label>
      <div className={styles.below}>
        <FieldNotes ties={ties} help={help} />
      </div>
    </div>
  );
}
