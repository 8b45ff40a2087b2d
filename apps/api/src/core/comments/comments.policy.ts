import {
  ContributionEnded,
  ContributionLocked,
  ContributionNotFound,
  NotOffered,
  authorOnly,
  mayActOn,
  maySee,
  type ContributionFactsRow,
} from '../contributions/index.ts';
import type { Actor, DomainError } from '../../platform/http/index.ts';

/** What a contribution's page shows of a debate; comments have none of their own. */
export function maySeeDebate(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  return facts.kind === 'comment' ? new ContributionNotFound() : maySee(actor, facts);
}

/** Comments are written on contributions of any kind but comments, which take replies. */
export function mayComment(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  if (facts.kind === 'comment') return new NotOffered();
  return mayActOn('comment')(actor, facts);
}

/** Reads of one comment: its replies and versions. */
export function maySeeComment(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  return facts.kind === 'comment' ? maySee(actor, facts) : new ContributionNotFound();
}

/** The author, of a comment that is neither ended nor hidden; the minutes are counted by the statement itself. */
export function mayEditComment(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  const refusal = mayWithdrawComment(actor, facts);
  if (refusal) return refusal;
  return facts.moderation === 'hidden' || facts.moderation === 'locked' ? new ContributionLocked() : null;
}

/** The author, of a comment that is published or waits. */
export function mayWithdrawComment(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  if (facts.kind !== 'comment') return new ContributionNotFound();
  const refusal = authorOnly(actor, facts);
  if (refusal) return refusal;
  return facts.publication === 'published' || facts.publication === 'pending' ? null : new ContributionEnded();
}

/** Whether the activity's settings have a moderator read contributions before they are published. */
export function isModeratedBefore({ settings }: Pick<ContributionFactsRow, 'settings'>): boolean {
  return settings['moderation'] === 'before';
}
