import { SignInRequired, type Actor, type DomainError } from '../../platform/http/index.ts';
import { maySee, type ContributionFactsRow } from '../contributions/index.ts';

/** Whoever is signed in and may see a contribution may follow it. */
export function mayFollow(actor: Actor | null, facts: ContributionFactsRow): DomainError | null {
  return maySee(actor, facts) ?? (actor ? null : new SignInRequired());
}
