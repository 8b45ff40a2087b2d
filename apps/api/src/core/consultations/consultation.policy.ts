import type { Actor, DomainError } from '../../platform/http/index.ts';
import { hasRole } from '../../platform/http/index.ts';
import { seesConsultation } from '../contributions/index.ts';
import type { ConsultationFacts } from './consultation.facts.ts';
import { ConsultationNotFound } from './consultations.errors.ts';

/** A policy: everybody who may know of the consultation, and whoever holds the secret link of a draft. */
export function mayReadConsultation(actor: Actor | null, facts: ConsultationFacts): DomainError | null {
  return seesConsultation(actor, facts) || (facts.has_preview && facts.consultation_state === 'draft') ? null : new ConsultationNotFound();
}

/** A policy: the town's administrators, of any of its consultations. */
export const mayEditConsultation = hasRole('administrator');

/** What the reader may do with a consultation, for `allowed`. */
export function allowedOn(actor: Actor | null): string[] {
  return mayEditConsultation(actor, undefined) === null ? ['edit'] : [];
}

/** Whether the reader sees what the public does not: a draft. */
export function isPreview(facts: ConsultationFacts): boolean {
  return facts.consultation_state === 'draft';
}
