import { useState, type InputHTMLAttributes } from 'react';
import { classNames } from '../class-names.ts';
import { messagesOf } from '../../platform/messages.ts';
import { VisuallyHidden } from '../VisuallyHidden.tsx';
import { Field, type FieldProps } from './Field.tsx';
import { useField } from './form-context.ts';
import fr from './messages/fr.json';
import styles from './Field.module.css';

const t = messagesOf(fr);

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'lang'
  | 'defaultValue'
  | 'onChange'
  | 'onBlur'
  | 'autoComplete'
  | 'autoFocus'
  | 'inputMode'
  | 'placeholder'
  | 'min'
  | 'max'
  | 'step'
  | 'maxLength'
  | 'readOnly'
  | 'disabled'
  | 'spellCheck'
  | 'pattern'
  | 'list'
>;

export interface TextFieldProps extends FieldProps, Native {
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number';
  /** How long the answer is expected to be; `full` is as wide as its place. */
  size?: 'short' | 'medium' | 'full';
  /** Written after the field: "€", "jours". */
  unit?: string;
}

/** One line of text, a number, an address or a password (which can be shown). Numbers are typed as text, so that no wheel changes them. */
export function TextField({
  name,
  label,
  help,
  required,
  hideLabel,
  className,
  type = 'text',
  size = 'full',
  unit,
  ...native
}: TextFieldProps) {
  const ties = useField({ name, label, hasHelp: Boolean(help) });
  const isNumber = type === 'number';
  const [isShown, setShown] = useState(false);
  const shownType = isNumber || (type === 'password' && isShown) ? 'text' : type;
  const input = (
    <input
      {...native}
      {...ties.control}
      type={shownType}
      required={required}
      inputMode={native.inputMode ?? (isNumber ? 'decimal' : undefined)}
      className={classNames(styles.control, size !== 'full' && styles[size])}
      {...(type === 'password' && { autoCapitalize: 'none', spellCheck: false })}
    />
  );
  return (
    <Field ties={ties} label={label} help={help} required={required} hideLabel={hideLabel ?? false} className={className}>
      {type === 'password' ? (
        <span className={styles.joined}>
          {input}
          <button type="button" className={styles.tool} aria-controls={ties.id} onClick={() => setShown(!isShown)}>
            {t(isShown ? 'password.hide' : 'password.show')}
          </button>
          <VisuallyHidden>
            <span role="status">{t(isShown ? 'password.shown' : 'password.hidden')}</span>
          </VisuallyHidden>
        </span>
      ) : unit ? (
        <span className={styles.joined}>
          {input}
          <span className={styles.unit}>{unit}</span>
        </span>
      ) : (
        input
      )}
    </Field>
  );
}
