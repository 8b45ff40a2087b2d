import { DomainError } from '../../platform/http/index.ts';

/** The one-time token was never made, was used, or is too old. */
export class SetupLinkNotValid extends DomainError {
  readonly code = 'setup-link-not-valid';
  readonly status = 403;
}

/** This browser has not opened the one-time link, or the town has its administrator by now. */
export class SetupClosed extends DomainError {
  readonly code = 'setup-closed';
  readonly status = 403;
}

/** The wizard's first step is not done: there is no town yet. */
export class SetupTownFirst extends DomainError {
  readonly code = 'setup-town-first';
  readonly status = 409;
}
