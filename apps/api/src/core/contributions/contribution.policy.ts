import { seesConsultation as ruleOfConsultations, sightOf, type Reader } from '@parvis/shared/rules/visibility.ts';
import type { ConsultationState, ConsultationVisibility, Role } from '@parvis/shared/rules/words.ts';
import { SignInRequired, type Actor, type DomainError } from '../../platform/http/index.ts';
import type { ActivityFactsRow, ContributionFactsRow, OpeningRow } from './contribution-facts.queries.ts';
import {
  ActivityNotFound,
  AuthorOnly,
  ContributionEnded,
  ContributionLocked,
  ContributionNotFound,
  LevelTooLow,
  PhaseClosed,
} from './contributions.errors.ts';

const staff: readonly Role[] = ['facilitator', 'moderator', 'official', 'administrator'];

/** Whether the actor works for the town, past the second factor. */
function isStaff(actor: Actor | null): boolean {
  return actor !== null && actor.secondFactorPassed && actor.roles.some((role) => staff.includes(role));
}

/** What tells who may know of a consultation. */
export interface ConsultationFacts {
  readonly consultation_state: ConsultationState;
  readonly consultation_visibility: ConsultationVisibility;
  readonly is_invited: boolean;
}

/** Whether the actor may know that the consultation exists: drafts are the staff's, invited ones also the invited people's. */
export function seesConsultation(actor: Actor | null, facts: ConsultationFacts): boolean {
  const consultation = { consultationState: facts.consultation_state, consultationVisibility: facts.consultation_visibility };
  return ruleOfConsultations(consultation, isStaff(actor) ? 'staff' : facts.is_invited ? 'invited' : 'public');
}

/** Whether the actor may know that the contribution exists, by the one rule of packages/shared; also as its author, where he or she may see the consultation. */
export function seesContribution(actor: Actor | null, facts: ContributionFactsRow): boolean {
  if (!seesConsultation(actor, facts)) return false;
  const readers: Reader[] = [
    isStaff(actor) ? 'staff' : facts.is_invited ? 'invited' : 'public',
    ...(actor?.participantId === facts.author_id ? ['author' as const] : []),
  ];
  const contribution = {
    kind: facts.kind,
    publication: facts.publication,
    moderation: facts.moderation,
    wasPublished: facts.published_at !== null,
    consultationState: facts.consultation_state,
    consultationVisibility: facts.consultation_visibility,
  };
  return readers.some((reader) => sightOf(contribution, reader) !== 'nothing');
}

/** Whether the reader sees a draft only by its secret link: names are kept back, and nothing can be done. */
export function isPreviewed(actor: Actor | null, facts: ConsultationFacts & { readonly has_preview: boolean }): boolean {
  return facts.has_preview && facts.consultation_state === 'draft' && !seesConsultation(actor, facts);
}

function previewsContribution(actor: Actor | null, facts: ContributionFactsRow): boolean {
  return isPreviewed(actor, facts) && facts.published_at !== null && facts.publication !== 'pending' && facts.publication !== 'draft';
}

/** Null when one of the openings admits the actor to `action` now, the refusal otherwise. */
export function refusalToAct(actor: Actor | null, action: string, openings: readonly OpeningRow[]): DomainError | null {
  const open = openings.filter((one) => one.action === action && one.is_open);
  if (open.length === 0) return new PhaseClosed({ action });
  if (!actor) return new SignInRequired();
  const asked = Math.min(...open.map((one) => one.min_level));
  return actor.level < asked ? new LevelTooLow({ asked }) : null;
}

/** A policy: the actor may do `action` to the contribution that the facts describe. */
export function mayActOn(action: string) {
  return (actor: Actor | null, facts: ContributionFactsRow): DomainError | null => {
    if (!seesContribution(actor, facts))
      return previewsContribution(actor, facts) ? new PhaseClosed({ action }) : new ContributionNotFound();
    if (facts.publication !== 'published') return new ContributionEnded();
    if (facts.moderation === 'hidden' || facts.moderation === 'correction-asked' || facts.moderation === 'locked')
      return new ContributionLocked();
    return refusalToAct(actor, action, facts.openings);
  };
}

/** A policy: the actor may begin something by `action` in the activity that the facts describe. */
export function mayBegin(action: string) {
  return (actor: Actor | null, facts: ActivityFactsRow): DomainError | null =>
    seesConsultation(actor, facts)
      ? refusalToAct(actor, action, facts.openings)
      : isPreviewed(actor, facts)
        ? new PhaseClosed({ action })
        : new ActivityNotFound();
}

/** A policy: only the author, of a contribution that he or she may see. */
export function authorOnly(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  if (!seesContribution(actor, facts)) return new ContributionNotFound();
  if (!actor) return new SignInRequired();
  return actor.participantId === facts.author_id ? null : new AuthorOnly();
}

/** A policy: everybody who may see the contribution, and whoever holds the secret link of its draft. */
export function maySee(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  return seesContribution(actor, facts) || previewsContribution(actor, facts) ? null : new ContributionNotFound();
}

/** A policy: everybody who may see the activity, and whoever holds the secret link of its draft. */
export function maySeeActivity(actor: Actor | null, facts: ActivityFactsRow): DomainError | null {
  return seesConsultation(actor, facts) || isPreviewed(actor, facts) ? null : new ActivityNotFound();
}
