import { say, type Language } from '../messages/index.ts';
import { constraintOf, isConnectionLoss } from '../database/index.ts';
import { LimitReached } from '../limits/index.ts';
import { DomainError } from './domain-error.ts';
import { InternalError, TooManyRequests, Unavailable } from './errors.ts';

/** Problem details as in RFC 9457, with `errors` naming each wrong field. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly { pointer: string; code: string; detail: string }[];
}

type ErrorMaker = () => DomainError;
const refusalsByConstraint = new Map<string, ErrorMaker>();

/** The database decides: when a statement breaks `constraint`, the answer is this refusal. Called once, beside the error's class. */
export function refuseOn(constraint: string, make: ErrorMaker): void {
  refusalsByConstraint.set(constraint, make);
}

/** What went wrong, as a refusal: itself, the one of its broken constraint, a lost database, or the unexpected. */
export function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof LimitReached) return new TooManyRequests(error.retryAfterSeconds);
  const make = refusalsByConstraint.get(constraintOf(error) ?? '');
  if (make) return make();
  return isConnectionLoss(error) ? new Unavailable() : new InternalError();
}

/** The document in the reader's language. `instance` is the request's id, to be quoted to the operator. */
export function toProblem(error: DomainError, language: Language, requestId: string): ProblemDocument {
  return {
    type: `urn:parvis:problem:${error.code}`,
    title: say(language, `problems.${error.code}.title`, error.values),
    status: error.status,
    detail: say(language, `problems.${error.code}.detail`, error.values),
    instance: `urn:uuid:${requestId}`,
    code: error.code,
    ...(error.fields.length > 0 && {
      errors: error.fields.map(({ pointer, code, values }) => ({ pointer, code, detail: say(language, `fields.${code}`, values) })),
    }),
  };
}
