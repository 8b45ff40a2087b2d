import { DomainError, refuseOn } from '../../platform/http/index.ts';

/** Address and password do not belong together, the account is not confirmed, or there is none: one answer for all. */
export class WrongCredentials extends DomainError {
  readonly code = 'wrong-credentials';
  readonly status = 401;
}

/** A mailed link or code is unknown, used, replaced or too old. */
export class LinkNotValid extends DomainError {
  readonly code = 'link-not-valid';
  readonly status = 404;
}

/** An invitation is for an address whose account is not the one that is signed in. */
export class OtherAccount extends DomainError {
  readonly code = 'other-account';
  readonly status = 409;
}

/** A town always has an administrator; the last one gives the role to somebody else before leaving. */
export class LastAdministrator extends DomainError {
  readonly code = 'last-administrator';
  readonly status = 409;
}

/** The town has an administrator already: the next ones are invited. */
export class AdministratorExists extends DomainError {
  readonly code = 'administrator-exists';
  readonly status = 409;
}

/** No authenticator is being set up, or none is in use. */
export class SecondFactorNotBegun extends DomainError {
  readonly code = 'second-factor-not-begun';
  readonly status = 409;
}

/** A role of the account asks for a second factor: it can be replaced, not taken away. */
export class SecondFactorKept extends DomainError {
  readonly code = 'second-factor-kept';
  readonly status = 409;
}

/** One's own authenticator is changed on one's own page, with the password. */
export class NotOnOneself extends DomainError {
  readonly code = 'not-on-oneself';
  readonly status = 409;
}

/** Also for another account's session: nobody learns which ids exist. */
export class SessionNotFound extends DomainError {
  readonly code = 'session-not-found';
  readonly status = 404;
}

/** No such account in this town, or it has no role. */
export class PersonNotFound extends DomainError {
  readonly code = 'person-not-found';
  readonly status = 404;
}

/** Accepted, cancelled or never there: the three look alike. */
export class InvitationNotFound extends DomainError {
  readonly code = 'invitation-not-found';
  readonly status = 404;
}

refuseOn('account_roles_one_administrator', () => new LastAdministrator());
refuseOn('accounts_email', () => new LinkNotValid()); // the address got an account between the mail and the button
