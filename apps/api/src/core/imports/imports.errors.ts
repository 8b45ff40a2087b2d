import { DomainError } from '../../platform/http/index.ts';

/** Never there, thrown away, or another town's: alike. */
export class ImportNotFound extends DomainError {
  readonly code = 'import-not-found';
  readonly status = 404;
}

/** The import is being read, being published, or over: this act does not fit its state. */
export class ImportNotReady extends DomainError {
  readonly code = 'import-not-ready';
  readonly status = 409;
}

/** Some rows are faulty: correct the file, or say that they are to be left out. */
export class ImportHasFaults extends DomainError {
  readonly code = 'import-has-faults';
  readonly status = 409;
}

/** Nothing is left to publish: no sound row, or every row was imported before. */
export class ImportEmpty extends DomainError {
  readonly code = 'import-empty';
  readonly status = 409;
}

/** The activity's kind takes no texts of other platforms. */
export class ImportNotOffered extends DomainError {
  readonly code = 'import-not-offered';
  readonly status = 409;
}
