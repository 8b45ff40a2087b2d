import { DomainError } from '../../platform/http/index.ts';

/** The catalogue has no such table. */
export class DataTableNotFound extends DomainError {
  readonly code = 'data-table-not-found';
  readonly status = 404;
}
