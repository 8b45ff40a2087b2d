import { DomainError, refuseOn } from '../../platform/http/index.ts';

/** Nobody flags or judges what he or she wrote. */
export class OwnContribution extends DomainError {
  readonly code = 'own-contribution';
  readonly status = 403;
}

/** The same person has already flagged this content, and no moderator has decided yet. */
export class AlreadyFlagged extends DomainError {
  readonly code = 'already-flagged';
  readonly status = 409;
}
refuseOn('flags_once', () => new AlreadyFlagged());

/** The content is not in a state in which this decision makes sense: it may have been decided meanwhile. */
export class DecisionNotPossible extends DomainError {
  readonly code = 'decision-not-possible';
  readonly status = 409;
}

/** The town has published new moderation rules since the page was opened: the number could mean another rule. */
export class RulesChanged extends DomainError {
  readonly code = 'rules-changed';
  readonly status = 409;
}

/** A colleague has the content open. */
export class ClaimedByAnother extends DomainError {
  readonly code = 'claimed-by-another';
  readonly status = 409;
}

/** Never there, or none of the reader's business: alike. */
export class DecisionNotFound extends DomainError {
  readonly code = 'decision-not-found';
  readonly status = 404;
}

/** The decision takes nothing from its author, or it is itself the answer to an appeal. */
export class NotAppealable extends DomainError {
  readonly code = 'not-appealable';
  readonly status = 409;
}

/** One appeal per decision, by the constraint `appeals_once`. */
export class AlreadyAppealed extends DomainError {
  readonly code = 'already-appealed';
  readonly status = 409;
}
refuseOn('appeals_once', () => new AlreadyAppealed());

/** `days` is `appealDays`, counted from the decision at the database's clock. */
export class AppealTooLate extends DomainError {
  readonly code = 'appeal-too-late';
  readonly status = 409;
}

/** For moderators: the id names no appeal of this town. */
export class AppealNotFound extends DomainError {
  readonly code = 'appeal-not-found';
  readonly status = 404;
}

/** Somebody was faster; by the policy, or by the row's lock when two settle at once. */
export class AppealSettled extends DomainError {
  readonly code = 'appeal-settled';
  readonly status = 409;
}

/** An appeal is decided by another moderator than the one whose decision is contested; the database holds to it too. */
export class AnotherModerator extends DomainError {
  readonly code = 'another-moderator';
  readonly status = 403;
}
refuseOn('decisions_by_another', () => new AnotherModerator());
