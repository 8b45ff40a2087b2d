import { PhaseClosed, mayActOn, type ContributionFactsRow } from '../contributions/index.ts';
import type { Actor, DomainError } from '../../platform/http/index.ts';

const whileOpen = mayActOn('support');

/** What a page asks to fill `allowed`. The statement that inserts decides the same, at the database's clock. */
export function maySupport(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  const refusal = whileOpen(actor, facts);
  return refusal ?? (facts.consultation_state === 'draft' ? new PhaseClosed({ action: 'support' }) : null);
}
