import { DomainError } from '../../platform/http/index.ts';

/** Never there, or another town's. */
export class PaperBatchNotFound extends DomainError {
  readonly code = 'paper-batch-not-found';
  readonly status = 404;
}

/** Nothing of this kind was entered in the batch, or it was cancelled already. */
export class PaperEntryNotFound extends DomainError {
  readonly code = 'paper-entry-not-found';
  readonly status = 404;
}
