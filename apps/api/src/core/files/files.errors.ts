import { DomainError } from '../../platform/http/index.ts';

/** There is no such file, or it is somebody else's and not public. */
export class FileNotFound extends DomainError {
  readonly code = 'file-not-found';
  readonly status = 404;
}
