import { createContext, useContext, useEffect, useId } from 'react';
import { classNames } from '../class-names.ts';

/** A field as the error summary needs it: where it is and how it is called. */
export interface RegisteredField {
  readonly id: string;
  readonly label: string;
}

/** What a form tells its fields. */
export interface FormState {
  register(name: string, field: RegisteredField): () => void;
  /** The sentence about the field `name`, or about something below it (`#/files/0/alt` for the field `files`). */
  errorOf(name: string): string | undefined;
}

const noForm: FormState = { register: () => () => {}, errorOf: () => undefined };

/** Fields outside of a `Form` have no errors. */
export const FormContext = createContext<FormState>(noForm);

/** Ids and attributes that tie a control to its label, help and error. */
export interface FieldTies {
  readonly id: string;
  readonly labelId: string;
  readonly helpId: string;
  readonly errorId: string;
  readonly error: string | undefined;
  /** Spread over the control. */
  readonly control: {
    readonly id: string;
    readonly name: string;
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
  };
}

interface FieldFacts {
  readonly name: string;
  readonly label: string;
  readonly hasHelp: boolean;
  /** Another element that describes the control, such as its counter. */
  readonly describedBy?: string | undefined;
}

/** For whoever makes a new sort of field: registers it with the form and gives what ties its parts together. */
export function useField({ name, label, hasHelp, describedBy }: FieldFacts): FieldTies {
  const { register, errorOf } = useContext(FormContext);
  const id = useId();
  useEffect(() => (name ? register(name, { id, label }) : undefined), [register, name, id, label]);
  const [labelId, helpId, errorId, error] = [`${id}l`, `${id}h`, `${id}e`, errorOf(name)];
  const describers = classNames(hasHelp && helpId, error && errorId, describedBy);
  return {
    id,
    labelId,
    helpId,
    errorId,
    error,
    control: { id, name, 'aria-invalid': error ? true : undefined, 'aria-describedby': describers || undefined },
  };
}
