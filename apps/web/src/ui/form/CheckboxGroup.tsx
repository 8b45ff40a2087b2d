import type { ChangeEvent } from 'react';
import { classNames } from '../class-names.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import type { FieldProps } from './Field.tsx';
import { useField } from './form-context.ts';
import styles from './Choices.module.css';

/** One of several boxes. */
interface CheckboxOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly disabled?: boolean;
}

interface CheckboxGroupProps extends Omit<FieldProps, 'hideLabel'> {
  options: readonly CheckboxOption[];
  defaultValue?: readonly string[];
  /** `inline` sets short ones side by side. */
  layout?: 'list' | 'inline';
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** Several boxes under one question. Read with `values.list(name)`. */
export function CheckboxGroup({
  name,
  label,
  help,
  required,
  className,
  options,
  defaultValue = [],
  layout = 'list',
  onChange,
}: CheckboxGroupProps) {
  const ties = useField({ name, label, hasHelp: Boolean(help) });
  return (
    <ChoiceGroup ties={ties} label={label} help={help} required={required} className={className}>
      <div className={styles[layout]}>
        {options.map((option) => (
          <label key={option.value} className={classNames(styles.line, option.disabled && styles.off)}>
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={defaultValue.includes(option.value)}
              disabled={option.disabled}
              aria-invalid={ties.control['aria-invalid']}
              onChange={onChange}
              className={styles.box}
            />
            <span>
              {option.label}
              {option.description && <span className={styles.description}>{option.description}</span>}
            </span>
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}
