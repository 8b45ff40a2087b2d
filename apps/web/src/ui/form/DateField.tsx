import type { InputHTMLAttributes } from 'react';
import { civilOf } from '@parvis/shared/rules/civil-time.ts';
import { classNames } from '../class-names.ts';
import { useTimeZone } from '../use-time-zone.ts';
import { Field, type FieldProps } from './Field.tsx';
import { useField } from './form-context.ts';
import styles from './Field.module.css';

type Native = Pick<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'disabled' | 'readOnly' | 'autoComplete'>;

interface DateFieldProps extends FieldProps, Native {
  /** `2026-12-15`. */
  defaultValue?: string | null | undefined;
  min?: string;
  max?: string;
}

/** A day, in the browser's own calendar. Read with `values.optional(name)`: `2026-12-15`. */
export function DateField({ name, label, help, required, hideLabel, className, defaultValue, ...native }: DateFieldProps) {
  const ties = useField({ name, label, hasHelp: Boolean(help) });
  return (
    <Field ties={ties} label={label} help={help} required={required} hideLabel={hideLabel ?? false} className={className}>
      <input
        type="date"
        {...native}
        {...ties.control}
        required={required}
        defaultValue={defaultValue ?? ''}
        className={classNames(styles.control, styles.short)}
      />
    </Field>
  );
}

interface DateTimeFieldProps extends FieldProps, Native {
  /** A moment as the API gives it (ISO 8601); shown on the town's clocks. */
  defaultValue?: string | null | undefined;
  min?: string;
  max?: string;
}

/** A day and a time on the town's clocks, wherever the reader is. Read with `values.instant(name)`: ISO 8601 in UTC. */
export function DateTimeField({
  name,
  label,
  help,
  required,
  hideLabel,
  className,
  defaultValue,
  min,
  max,
  ...native
}: DateTimeFieldProps) {
  const zone = useTimeZone();
  const ties = useField({ name, label, hasHelp: Boolean(help) });
  const local = (moment: string | null | undefined): string => (moment ? civilOf(moment, zone) : '');
  return (
    <Field ties={ties} label={label} help={help} required={required} hideLabel={hideLabel ?? false} className={className}>
      <input
        type="datetime-local"
        {...native}
        {...ties.control}
        required={required}
        defaultValue={local(defaultValue)}
        min={local(min) || undefined}
        max={local(max) || undefined}
        className={classNames(styles.control, styles.medium)}
      />
    </Field>
  );
}
