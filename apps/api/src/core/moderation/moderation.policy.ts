import { ContributionEnded, ContributionNotFound, seesContribution, type ContributionFactsRow } from '../contributions/index.ts';
import { SignInRequired, behind, hasRole, type Actor, type DomainError } from '../../platform/http/index.ts';
import { isRestricting } from '@parvis/shared/rules/moderation.ts';
import {
  AlreadyAppealed,
  AnotherModerator,
  AppealSettled,
  AppealTooLate,
  DecisionNotFound,
  NotAppealable,
  OwnContribution,
} from './moderation.errors.ts';
import type { AppealFactsRow, DecisionFactsRow } from './moderation-facts.queries.ts';

/** Whoever works at the desk of moderation. */
export const isModerator = hasRole('moderator', 'administrator');

/** A moderator, on something that was at least submitted. */
export const mayModerate = behind(isModerator, (_actor, facts: ContributionFactsRow) =>
  facts.publication === 'draft' ? new ContributionNotFound() : null,
);

/** A moderator, on what somebody else wrote. */
export const mayDecide = behind(
  isModerator,
  (actor, facts: ContributionFactsRow) =>
    mayModerate(actor, facts) ?? (actor?.participantId === facts.author_id ? new OwnContribution() : null),
);

/** Everybody who sees a published content, signed in or not, but its author. */
export function mayFlag(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  if (!seesContribution(actor, facts)) return new ContributionNotFound();
  if (facts.publication !== 'published' || facts.moderation === 'hidden' || facts.moderation === 'correction-asked')
    return new ContributionEnded();
  return actor?.participantId === facts.author_id ? new OwnContribution() : null;
}

/** The author of the content that the decision was about; for others there is no such decision. */
export function mayReadStatement(actor: Actor | null, facts: DecisionFactsRow): DomainError | null {
  if (!actor) return new SignInRequired();
  return actor.participantId === facts.author_id ? null : new DecisionNotFound();
}

/** The author, once, within six months, against a decision that takes something and does not itself settle an appeal. */
export function mayAppeal(actor: Actor | null, facts: DecisionFactsRow): DomainError | null {
  const refusal = mayReadStatement(actor, facts);
  if (refusal) return refusal;
  if (facts.has_appeal) return new AlreadyAppealed();
  if (!isRestricting(facts.act) || facts.settles_appeal) return new NotAppealable();
  return facts.is_too_late ? new AppealTooLate({ days: facts.appeal_days }) : null;
}

/** A moderator who neither made the contested decision nor wrote the content. */
export const maySettleAppeal = behind(isModerator, (actor, facts: AppealFactsRow) => {
  if (facts.settled_by) return new AppealSettled();
  if (actor?.participantId === facts.author_id) return new OwnContribution();
  return actor?.participantId === facts.contested_by ? new AnotherModerator() : null;
});
