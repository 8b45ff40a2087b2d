import {
  PhaseClosed,
  authorOnly,
  seesContribution,
  ContributionEnded,
  ContributionLocked,
  ContributionNotFound,
  type ContributionFactsRow,
} from '../../core/contributions/index.ts';
import { behind, hasRole, type Actor, type DomainError } from '../../platform/http/index.ts';

/** The author edits while depositing is open; and at any time when a moderator asked for a correction. */
export function mayEdit(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  const refusal = authorOnly(actor, facts);
  if (refusal) return refusal;
  if (facts.publication !== 'published' && facts.publication !== 'pending') return new ContributionEnded();
  if (facts.moderation === 'correction-asked') return null;
  if (facts.moderation !== 'none') return new ContributionLocked();
  return facts.openings.some((one) => one.action === 'propose' && one.is_open) ? null : new PhaseClosed({ action: 'propose' });
}

/** The author withdraws at any time: nobody is held to a proposal. */
export function mayWithdraw(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  return (
    authorOnly(actor, facts) ?? (facts.publication === 'published' || facts.publication === 'pending' ? null : new ContributionEnded())
  );
}

/** Only its author sees a draft or touches it. */
export function ownDraft(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  return authorOnly(actor, facts) ?? (facts.publication === 'draft' ? null : new ContributionNotFound());
}

const mergers = hasRole('moderator', 'official', 'administrator');

/** Moderators, officials and administrators merge what says the same. */
export const mayMerge = behind(mergers, (_actor, facts: ContributionFactsRow) =>
  facts.publication === 'published' ? null : new ContributionEnded(),
);

/** The same people undo it. */
export const mayUndoMerge = behind(mergers, (actor, facts: ContributionFactsRow) =>
  seesContribution(actor, facts) ? null : new ContributionNotFound(),
);
