import type { ReactNode } from 'react';
import { useField } from './form-context.ts';
import { FieldNotes } from './Field.tsx';
import styles from './Fieldset.module.css';

interface FieldsetProps {
  legend: string;
  help?: ReactNode;
  /** With it, an error about the whole (`#/address`) shows here. */
  name?: string;
  children: ReactNode;
}

/** Fields that belong together, under one title. */
export function Fieldset({ legend, help, name = '', children }: FieldsetProps) {
  const ties = useField({ name, label: legend, hasHelp: Boolean(help) });
  return (
    <fieldset
      id={ties.id}
      tabIndex={ties.error ? -1 : undefined}
      className={styles.fieldset}
      aria-describedby={ties.control['aria-describedby']}
      data-field=""
    >
      <legend>{legend}</legend>
      <FieldNotes ties={ties} help={help} />
      {children}
    </fieldset>
  );
}
