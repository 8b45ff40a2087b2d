import { DomainError } from '../../platform/http/index.ts';

/** The town has no such response, or it is being prepared and the reader does not prepare responses. */
export class ResponseNotFound extends DomainError {
  readonly code = 'response-not-found';
  readonly status = 404;
}

/** A published response is never rewritten: a new one follows it. */
export class ResponsePublished extends DomainError {
  readonly code = 'response-published';
  readonly status = 409;
}

/** One of the responses to publish together is not marked as ready; none was published. */
export class ResponseNotReady extends DomainError {
  readonly code = 'response-not-ready';
  readonly status = 409;
}

/** A draft consultation gives no public answers. */
export class ConsultationNotPublished extends DomainError {
  readonly code = 'consultation-not-published';
  readonly status = 409;
}

/** The town has no such published commitment. */
export class CommitmentNotFound extends DomainError {
  readonly code = 'commitment-not-found';
  readonly status = 404;
}

/** The commitment has no such step. */
export class MilestoneNotFound extends DomainError {
  readonly code = 'milestone-not-found';
  readonly status = 404;
}

/** A commitment has at most 50 steps. */
export class TooManyMilestones extends DomainError {
  readonly code = 'too-many-milestones';
  readonly status = 409;
}
