import { DomainError } from '../../platform/http/index.ts';

export class PaperBatchNotFound extends DomainError {
  readonly code = 'paper-batch-not-found';
  readonly status = 404;
}
