import type { SelectHTMLAttributes } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../Icon.tsx';
import { messagesOf } from '../../platform/messages.ts';
import { Field, type FieldProps } from './Field.tsx';
import { useField } from './form-context.ts';
import fr from './messages/fr.json';
import styles from './Field.module.css';

const t = messagesOf(fr);

/** One choice of a select. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
  /** The language of the label, where it is not the page's. */
  readonly lang?: string | undefined;
}

/** Choices under a heading. */
interface SelectGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}

interface SelectFieldProps extends FieldProps, Pick<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'disabled' | 'autoComplete'> {
  options: readonly (SelectOption | SelectGroup)[];
  defaultValue?: string | null | undefined;
  /** The words of the empty choice: "Tous les quartiers". Without it, and without a default, a required field begins with "Choisir…". */
  empty?: string;
  size?: 'short' | 'medium' | 'full';
}

/** One choice out of many, in the browser's own list: right on every phone and with every aid. Under six, prefer RadioGroup. */
export function SelectField({
  name,
  label,
  help,
  required,
  hideLabel,
  className,
  options,
  defaultValue,
  empty,
  size = 'full',
  ...native
}: SelectFieldProps) {
  const ties = useField({ name, label, hasHelp: Boolean(help) });
  const blank = empty ?? (defaultValue ? undefined : t('choose'));
  return (
    <Field ties={ties} label={label} help={help} required={required} hideLabel={hideLabel ?? false} className={className}>
      <span className={classNames(styles.select, size !== 'full' && styles[size])}>
        <select {...native} {...ties.control} required={required} defaultValue={defaultValue ?? ''} className={styles.control}>
          {blank !== undefined && <option value="">{blank}</option>}
          {options.map((one) =>
            'options' in one ? (
              <optgroup key={one.label} label={one.label}>
                {one.options.map((option) => (
                  <Choice key={option.value} {...option} />
                ))}
              </optgroup>
            ) : (
              <Choice key={one.value} {...one} />
            ),
          )}
        </select>
        <Icon name="chevron-down" />
      </span>
    </Field>
  );
}

function Choice({ value, label, disabled, lang }: SelectOption) {
  return (
    <option value={value} disabled={disabled} lang={lang}>
      {label}
    </option>
  );
}
