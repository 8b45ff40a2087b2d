import { DomainError } from '../../platform/http/index.ts';

/** This process holds as many open streams as it takes; the page asks by polling. */
export class TooManyWatchers extends DomainError {
  readonly code = 'too-many-watchers';
  readonly status = 503;
  override readonly retryAfterSeconds = 60;
}

/** The reader's address or account holds as many open streams as one may; the page asks by polling. */
export class TooManyOwnWatchers extends DomainError {
  readonly code = 'too-many-own-watchers';
  readonly status = 429;
  override readonly retryAfterSeconds = 60;
}
