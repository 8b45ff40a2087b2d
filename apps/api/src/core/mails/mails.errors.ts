import { DomainError } from '../../platform/http/index.ts';

/** The link was cut by a mail program, or was never ours. */
export class UnsubscribeLinkInvalid extends DomainError {
  readonly code = 'unsubscribe-link-invalid';
  readonly status = 404;
}

/** The address does not bear this town's signature. */
export class BounceAddressInvalid extends DomainError {
  readonly code = 'bounce-address-invalid';
  readonly status = 404;
}

/** Neither a delivery report of RFC 3464 nor JSON with an address. */
export class BounceNotReadable extends DomainError {
  readonly code = 'bounce-not-readable';
  readonly status = 422;
}

/** The mailbox of the demonstration holds no such mail. */
export class MailNotFound extends DomainError {
  readonly code = 'mail-not-found';
  readonly status = 404;
}

/** Mail to this address was not stopped, or somebody let it go again meanwhile. */
export class MailStopNotFound extends DomainError {
  readonly code = 'mail-stop-not-found';
  readonly status = 404;
}
