import { useState, type ReactNode } from 'react';
import { Field, type FieldProps } from './Field.tsx';
import { useField } from './form-context.ts';
import field from './Field.module.css';
import styles from './ColourField.module.css';

const complete = /^#[0-9a-f]{6}$/i;

interface ColourFieldProps extends Omit<FieldProps, 'hideLabel'> {
  /** `#0c5a54`. */
  defaultValue?: string;
  /** What is said of the chosen colour, below it: whether it can be read, what it would look like. Called with `#rrggbb` only. */
  advice?: (colour: string, choose: (colour: string) => void) => ReactNode;
  onChange?: (colour: string) => void;
}

/** A colour: typed as its code, or picked beside it. Read with `values.text(name)`: `#rrggbb`. */
export function ColourField({ name, label, help, required, className, defaultValue = '#0c5a54', advice, onChange }: ColourFieldProps) {
  const ties = useField({ name, label, hasHelp: Boolean(help) });
  const [colour, setColour] = useState(defaultValue);
  const choose = (next: string): void => {
    setColour(next);
    onChange?.(next);
  };
  const isComplete = complete.test(colour);
  return (
    <Field ties={ties} label={label} help={help} required={required} className={className}>
      <span className={styles.colour}>
        <input
          {...ties.control}
          className={field.control}
          value={colour}
          onChange={(event) => choose(event.target.value.trim())}
          required={required}
          maxLength={7}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
        />
        <input
          type="color"
          className={styles.well}
          value={isComplete ? colour.toLowerCase() : '#000000'}
          onChange={(event) => choose(event.target.value)}
          aria-label={label}
        />
      </span>
      {advice && isComplete && (
        <div className={styles.advice} aria-live="polite">
          {advice(colour.toLowerCase(), choose)}
        </div>
      )}
    </Field>
  );
}
