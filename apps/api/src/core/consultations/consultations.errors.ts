import { DomainError } from '../../platform/http/index.ts';

/** There is no such consultation, or the reader may not know that there is. */
export class ConsultationNotFound extends DomainError {
  readonly code = 'consultation-not-found';
  readonly status = 404;
}
