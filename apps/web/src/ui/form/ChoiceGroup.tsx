import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { FieldNotes, LabelWords } from './Field.tsx';
import type { FieldTies } from './form-context.ts';
import styles from './Choices.module.css';

interface ChoiceGroupProps {
  ties: FieldTies;
  label: string;
  help?: ReactNode;
  required?: boolean | undefined;
  role?: 'radiogroup' | 'group';
  className?: string | undefined;
  children: ReactNode;
}

/** The frame of a group of boxes or radios: a fieldset with its legend, help and error. */
export function ChoiceGroup({ ties, label, help, required, role, className, children }: ChoiceGroupProps) {
  return (
    <fieldset
      id={ties.id}
      role={role}
      aria-describedby={ties.control['aria-describedby']}
      className={classNames(styles.group, ties.error && styles.wrong, className)}
      data-field=""
    >
      <legend>
        <LabelWords label={label} required={required} />
      </legend>
      <FieldNotes ties={ties} help={help} />
      {children}
    </fieldset>
  );
}
