import { DomainError } from '../../platform/http/index.ts';

/** There is no such consultation, or the reader may not know that there is. */
export class ConsultationNotFound extends DomainError {
  readonly code = 'consultation-not-found';
  readonly status = 404;
}

/** It is archived: it stays readable as it is. */
export class ConsultationArchived extends DomainError {
  readonly code = 'consultation-archived';
  readonly status = 409;
}

/** What was published once is never hidden again, nor opened to all when it was written in a closed circle. */
export class VisibilityFixed extends DomainError {
  readonly code = 'visibility-fixed';
  readonly status = 409;
}

/** Only a draft can be published, previewed by a link, or removed. */
export class NotADraft extends DomainError {
  readonly code = 'not-a-draft';
  readonly status = 409;
}

/** Only what is published can be closed or archived. */
export class NotPublished extends DomainError {
  readonly code = 'not-published';
  readonly status = 409;
}

/** Something is still open: close it first. */
export class ConsultationOpen extends DomainError {
  readonly code = 'consultation-open';
  readonly status = 409;
}

/** Something that everybody must know before the first act is missing; `missing` names it. */
export class ConsultationIncomplete extends DomainError {
  readonly code = 'consultation-incomplete';
  readonly status = 409;
}

/** People have taken part in it: it can no longer be removed. */
export class ActivityInUse extends DomainError {
  readonly code = 'activity-in-use';
  readonly status = 409;
}

/** Who may do what was fixed by the first act: the rules of a vote do not change while people vote. */
export class RulesFrozen extends DomainError {
  readonly code = 'rules-frozen';
  readonly status = 409;
}

/** The consultation is open to everybody, so nobody needs an invitation. */
export class NotForInvited extends DomainError {
  readonly code = 'not-for-invited';
  readonly status = 409;
}
