import { useEffect, useRef, useState } from 'react';
import { messagesOf } from '../../platform/messages.ts';
import { problemOf } from '../../platform/problem.ts';
import platform from '../../platform/messages/fr.json';
import { Notice } from '../Notice.tsx';
import { fieldOf } from './field-errors.ts';
import { SignInLink } from '../SignInLink.tsx';
import type { RegisteredField } from './form-context.ts';
import fr from './messages/fr.json';
import styles from './Form.module.css';

const t = messagesOf(fr);
const said = messagesOf(platform);

/** What went wrong, on top of the form, with a link to each field. Takes the focus each time a problem arrives. */
export function ErrorSummary({
  problem: thrown,
  fieldNamed,
}: {
  problem: Error;
  fieldNamed: (name: string) => RegisteredField | undefined;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [, setSeen] = useState<Error | null>(null);
  useEffect(() => {
    box.current?.focus();
    setSeen(thrown); // once more, with the fields that have told their names by now
  }, [thrown]);
  const problem = problemOf(thrown, { title: said('problem.unexpected.title'), detail: said('problem.unexpected.detail') });
  const lines = problem.errors
    .map((error) => ({ error, field: fieldNamed(fieldOf(error, (name) => fieldNamed(name) !== undefined) ?? '') }))
    .sort((one, other) => byPlace(one.field, other.field));
  return (
    <Notice ref={box} tone="error" title={lines.length > 0 ? t('summary', { count: lines.length }) : problem.title} role="alert">
      {lines.length === 0 ? (
        <>
          <p>{problem.detail}</p>
          {problem.code === 'sign-in-required' && (
            <p>
              <SignInLink />
            </p>
          )}
        </>
      ) : (
        <ul className={styles.summary}>
          {lines.map(({ error, field }) => (
            <li key={error.pointer}>
              {field ? (
                <a
                  href={`#${field.id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    goTo(field.id);
                  }}
                >
                  {t('summary.line', { label: field.label, error: error.detail })}
                </a>
              ) : (
                error.detail
              )}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** In the order of the page, not of the answer: who goes from one error to the next never jumps back. */
function byPlace(one?: RegisteredField, other?: RegisteredField): number {
  const [first, second] = [one, other].map((field) => document.getElementById(field?.id ?? ''));
  return !first || !second ? 0 : first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
}

/** Moves the focus without changing the address, which would make the router show the page anew. */
function goTo(id: string): void {
  const control = document.getElementById(id);
  const target = control?.matches('input, select, textarea, button, [tabindex], [contenteditable]')
    ? control
    : control?.querySelector<HTMLElement>('input:checked, input:not([type=hidden]), select, textarea, button, [contenteditable]');
  target?.focus();
  (control?.closest('[data-field]') ?? control)?.scrollIntoView({ block: 'center' });
}
