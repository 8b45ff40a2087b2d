import { DomainError, type FieldError } from './domain-error.ts';

/** The body is not what its content type says: not JSON, cut off, or not UTF-8. */
export class NotReadable extends DomainError {
  readonly code = 'not-readable';
  readonly status = 400;
}

/** One or more fields are wrong; each is named by its pointer. */
export class InvalidInput extends DomainError {
  readonly code = 'invalid-input';
  readonly status = 422;
  override readonly fields: readonly FieldError[];

  constructor(fields: readonly FieldError[]) {
    super({ count: fields.length });
    this.fields = fields;
  }
}

/** A browser sent the request from another site's page. Source: Go 1.25's net/http CrossOriginProtection, after OWASP. */
export class CrossSiteRequest extends DomainError {
  readonly code = 'cross-site-request';
  readonly status = 403;
}

/** The body is larger than this address takes; refused before it is read whole. */
export class TooLarge extends DomainError {
  readonly code = 'too-large';
  readonly status = 413;
}

/** The address and the headers together are longer than a server reads. */
export class HeadersTooLarge extends DomainError {
  readonly code = 'headers-too-large';
  readonly status = 431;
}

/** 415. `expected` is the one format that the address takes. */
export class UnsupportedMediaType extends DomainError {
  readonly code = 'unsupported-media-type';
  readonly status = 415;
}

/** A limit per account, address or route was reached. */
export class TooManyRequests extends DomainError {
  readonly code = 'too-many-requests';
  readonly status = 429;

  constructor(override readonly retryAfterSeconds: number) {
    super({ seconds: retryAfterSeconds });
  }
}

/** 404 before anything else is asked: neither host nor prefix names a town. */
export class MunicipalityNotFound extends DomainError {
  readonly code = 'municipality-not-found';
  readonly status = 404;
}

/** The operator has closed the town's site for now. */
export class MunicipalitySuspended extends DomainError {
  readonly code = 'municipality-suspended';
  readonly status = 503;
}

/** 404 of addresses; a missing contribution has a refusal of its own. */
export class RouteNotFound extends DomainError {
  readonly code = 'route-not-found';
  readonly status = 404;
}

/** The database cannot be reached: waiting helps. */
export class Unavailable extends DomainError {
  readonly code = 'unavailable';
  readonly status = 503;
  override readonly retryAfterSeconds = 5;
}

/** 500 for whatever is no refusal: the cause goes to the log under the answer's number, never to the reader. */
export class InternalError extends DomainError {
  readonly code = 'internal-error';
  readonly status = 500;
}

/** Nobody is signed in, and this act needs somebody. */
export class SignInRequired extends DomainError {
  readonly code = 'sign-in-required';
  readonly status = 401;
}

/** The signed-in person has none of the roles that may do this. */
export class RoleRequired extends DomainError {
  readonly code = 'role-required';
  readonly status = 403;
}

/** A member of staff must set up or pass the second factor before working. */
export class SecondFactorRequired extends DomainError {
  readonly code = 'second-factor-required';
  readonly status = 403;
}
