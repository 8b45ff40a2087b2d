import { ContributionNotFound, PhaseClosed, mayActOn, type ContributionFactsRow } from '../contributions/index.ts';
import type { Actor, DomainError } from '../../platform/http/index.ts';

const whileOpen = mayActOn('support');

/** What a page asks to fill `allowed`. The statement that inserts decides the same, at the database's clock. */
export function maySupport(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  const refusal = whileOpen(actor, facts);
  if (refusal) return refusal;
  if (facts.consultation_state === 'draft') return new PhaseClosed({ action: 'support' });
  return facts.consultation_visibility === 'invited' && !facts.is_invited ? new ContributionNotFound() : null; // staff read it, invited people support
}
