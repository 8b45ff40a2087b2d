import { useCallback, useEffect, useMemo, useRef, type FormEvent, type ReactNode } from 'react';
import { messagesOf } from '../../platform/messages.ts';
import { Problem } from '../../platform/problem.ts';
import { useIsLive } from '../../platform/use-is-live.ts';
import { classNames } from '../class-names.ts';
import { useTimeZone } from '../use-time-zone.ts';
import { WaitingContext } from '../waiting.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { errorFor } from './field-errors.ts';
import { FormContext, type FormState, type RegisteredField } from './form-context.ts';
import { formValues, type FormValues } from './form-values.ts';
import { useDraft } from './use-draft.ts';
import fr from './messages/fr.json';
import { useLeaveWarning } from './use-leave-warning.ts';
import styles from './Form.module.css';

const t = messagesOf(fr);

interface FormProps {
  /** Called with what was typed. Sends nothing by itself: `onSubmit={(values) => save.mutate({ title: values.text('title') })}`. */
  onSubmit: (values: FormValues) => void;
  /** What the last attempt threw (`save.error`): shown on top, takes the focus, and beside the fields that it names. */
  problem?: Error | null | undefined;
  children: ReactNode;
  /** Ask before typed text is lost. On by default; off for searching, filtering and signing in. */
  warn?: boolean;
  /** A name under which this tab keeps what is typed over a reload, a new sign-in or a change of language: `proposal-<slug>`. For long texts; see useDraft. */
  draft?: string;
  /** `row` sets fields side by side where there is room: filters, a search. */
  layout?: 'column' | 'row';
  /** Its names are the address of its answer: it may be sent as a plain GET form, before or without any script. */
  isAddress?: boolean;
  className?: string;
  'aria-labelledby'?: string;
  'aria-label'?: string;
}

const noErrors: Problem['errors'] = [];

/**
 * A form of uncontrolled fields: the browser holds what is typed, so that nothing of it is lost when the answer is a refusal. Fields
 * find their own error by their name, which is the pointer's path: `title` for `#/title`, `address/town`, `items/0/title`.
 * Until its code has come it cannot be sent: the browser would put what was typed, passwords too, into an address.
 */
export function Form({
  onSubmit,
  problem,
  children,
  warn = true,
  draft: draftKey,
  layout = 'column',
  isAddress = false,
  className,
  ...labels
}: FormProps) {
  const zone = useTimeZone();
  const isWaiting = !useIsLive() && !isAddress;
  const form = useRef<HTMLFormElement>(null);
  const fields = useRef(new Map<string, RegisteredField>());
  const dirty = useRef(false);
  useLeaveWarning(dirty, warn, draftKey !== undefined);
  const draft = useDraft(form, draftKey);
  const keep = useRef(draft.keep);
  useEffect(() => {
    keep.current = draft.keep;
  });
  useEffect(() => {
    if (!problem) return;
    dirty.current = true;
    keep.current();
  }, [problem]);
  const errors = problem instanceof Problem ? problem.errors : noErrors;
  const register = useCallback<FormState['register']>((name, field) => {
    fields.current.set(name, field);
    return () => {
      if (fields.current.get(name) === field) fields.current.delete(name);
    };
  }, []);
  const state = useMemo<FormState>(
    () => ({ register, errorOf: (name) => errorFor(name, errors, (other) => fields.current.has(other))?.detail }),
    [register, errors],
  );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    const button = (event.nativeEvent as SubmitEvent).submitter;
    dirty.current = false;
    draft.forget();
    onSubmit(formValues(new FormData(event.currentTarget, button), zone));
  };
  const changed = (): void => {
    dirty.current = true;
    draft.keep();
  };
  return (
    <WaitingContext value={isWaiting}>
      <FormContext value={state}>
        <form
          ref={form}
          noValidate
          onSubmit={submit}
          onInput={changed}
          onChange={changed}
          className={classNames(styles.form, styles[layout], className)}
          {...labels}
        >
          {problem && <ErrorSummary problem={problem} fieldNamed={(name) => fields.current.get(name)} />}
          {children}
          {!isAddress && (
            <noscript>
              <p>{t('script')}</p>
            </noscript>
          )}
        </form>
      </FormContext>
    </WaitingContext>
  );
}
