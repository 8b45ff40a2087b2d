import { DomainError } from '../../platform/http/index.ts';

/** This process holds as many open streams as it takes; the page asks by polling. */
export class TooManyWatchers extends DomainError {
  readonly code = 'too-many-watchers';
  readonly status = 503;
  override readonly retryAfterSeconds = 60;
}
