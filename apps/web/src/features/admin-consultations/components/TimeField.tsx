import { Field } from '../../../ui/form/Field.tsx';
import field from '../../../ui/form/Field.module.css';
import { useField } from '../../../ui/form/form-context.ts';
import { classNames } from '../../../ui/class-names.ts';

interface TimeFieldProps {
  name: string;
  label: string;
  /** `18:30`, or '' for midnight. */
  defaultValue: string;
  onChange: (time: string) => void;
}

/** A time of day, in the browser's own field; empty for midnight. */
export function TimeField({ name, label, defaultValue, onChange }: TimeFieldProps) {
  const ties = useField({ name, label, hasHelp: false });
  return (
    <Field ties={ties} label={label} help={undefined} required={false} hideLabel={false} className={undefined}>
      <input
        type="time"
        {...ties.control}
        defaultValue={defaultValue}
        onChange={(event) => onChange(event.target.value)}
        className={classNames(field.control, field.short)}
      />
    </Field>
  );
}
