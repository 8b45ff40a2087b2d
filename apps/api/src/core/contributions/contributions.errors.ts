import { DomainError } from '../../platform/http/index.ts';

/** There is no such contribution, or the reader may not know that there is. */
export class ContributionNotFound extends DomainError {
  readonly code = 'contribution-not-found';
  readonly status = 404;
}

/** There is no such activity, or the reader may not know that there is. */
export class ActivityNotFound extends DomainError {
  readonly code = 'activity-not-found';
  readonly status = 404;
}

/** No current phase opens the act: it is too early or too late. */
export class PhaseClosed extends DomainError {
  readonly code = 'phase-closed';
  readonly status = 409;
}

/** The act asks a higher level of verification than the actor has. */
export class LevelTooLow extends DomainError {
  readonly code = 'level-too-low';
  readonly status = 403;
}

/** Only its author may do this to a contribution. */
export class AuthorOnly extends DomainError {
  readonly code = 'author-only';
  readonly status = 403;
}

/** A moderator has locked or hidden the contribution, so that this act is not possible now. */
export class ContributionLocked extends DomainError {
  readonly code = 'contribution-locked';
  readonly status = 409;
}

/** The contribution was withdrawn, merged or erased. */
export class ContributionEnded extends DomainError {
  readonly code = 'contribution-ended';
  readonly status = 409;
}

/** Somebody has changed the text since it was opened for editing; nothing was overwritten. */
export class ChangedMeanwhile extends DomainError {
  readonly code = 'changed-meanwhile';
  readonly status = 409;
}

/** The activity's settings do not offer this act (comments are off, for instance). */
export class NotOffered extends DomainError {
  readonly code = 'not-offered';
  readonly status = 409;
}
