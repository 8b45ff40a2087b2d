import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../Icon.tsx';
import { VisuallyHidden } from '../VisuallyHidden.tsx';
import { messagesOf } from '../../platform/messages.ts';
import type { FieldTies } from './form-context.ts';
import fr from './messages/fr.json';
import styles from './Field.module.css';

const t = messagesOf(fr);

/** What every field takes. */
export interface FieldProps {
  /** The path of the field's pointer: `title` for `#/title`, `address/town`, `items/0/title`. */
  name: string;
  label: string;
  /** One sentence below the label; announced with the field. */
  help?: ReactNode;
  /** Fields that are not required say so beside their label. */
  required?: boolean | undefined;
  /** The label is read aloud but not shown: a lone search field. */
  hideLabel?: boolean;
  className?: string | undefined;
}

interface FrameProps extends Pick<FieldProps, 'label' | 'help' | 'required' | 'hideLabel' | 'className'> {
  ties: FieldTies;
  children: ReactNode;
}

/** Label, help, error and control, in this order: a screen keyboard hides what stands below a control. */
export function Field({ ties, label, help, required, hideLabel, className, children }: FrameProps) {
  const words = (
    <label className={styles.label} htmlFor={ties.id} id={ties.labelId}>
      <LabelWords label={label} required={required} />
    </label>
  );
  return (
    <div className={classNames(styles.field, ties.error && styles.wrong, className)} data-field="">
      {hideLabel ? <VisuallyHidden>{words}</VisuallyHidden> : words}
      <FieldNotes ties={ties} help={help} />
      {children}
    </div>
  );
}

/** The words of a label or legend, with “optional” where it may be left out. */
export function LabelWords({ label, required }: { label: string; required?: boolean | undefined }) {
  return (
    <>
      {label}
      {!required && (
        <>
          {' '}
          <span className={styles.optional}>({t('optional')})</span>
        </>
      )}
    </>
  );
}

/** Help and error of a field. */
export function FieldNotes({ ties, help }: { ties: FieldTies; help?: ReactNode }) {
  return (
    <>
      {help && (
        <div className={styles.help} id={ties.helpId}>
          {help}
        </div>
      )}
      {ties.error && (
        <p className={styles.error} id={ties.errorId}>
          <Icon name="warning" />{' '}
          <span>
            <VisuallyHidden>{t('error')} </VisuallyHidden>
            {ties.error}
          </span>
        </p>
      )}
    </>
  );
}
