import { useEffect, useRef, type ReactNode } from 'react';
import { messagesOf } from '../platform/messages.ts';
import platform from '../platform/messages/fr.json';
import { problemOf } from '../platform/problem.ts';
import { Notice } from './Notice.tsx';
import { SignInLink } from './SignInLink.tsx';

const t = messagesOf(platform);

interface ProblemNoteProps {
  /** What `call` threw; anything else is told as unexpected. Nothing shows without it. */
  problem: Error | null | undefined;
  /** Acts that help: try again, sign in. */
  actions?: ReactNode;
  /** Takes the focus when it appears, for an act whose button is far from it. */
  focus?: boolean;
}

/** Why something could not be done, in the words of the API. Inside a `Form` the form shows its own. */
export function ProblemNote({ problem, actions, focus = false }: ProblemNoteProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem && focus) box.current?.focus();
  }, [problem, focus]);
  if (!problem) return null;
  const known = problemOf(problem, { title: t('problem.unexpected.title'), detail: t('problem.unexpected.detail') });
  const { title, detail, errors } = known;
  return (
    <Notice ref={box} tone="error" role="alert" title={title} actions={actions ?? (known.code === 'sign-in-required' && <SignInLink />)}>
      {errors.length > 0 ? (
        <ul>
          {errors.map((error) => (
            <li key={error.pointer}>{error.detail}</li>
          ))}
        </ul>
      ) : (
        detail
      )}
    </Notice>
  );
}
