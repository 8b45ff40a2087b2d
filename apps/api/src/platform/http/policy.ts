import type { Role } from '@parvis/shared/rules/words.ts';
import type { Database, PublicDatabase } from '../database/index.ts';
import type { AnyCall } from './call.ts';
import type { Actor } from './context.ts';
import type { DomainError } from './domain-error.ts';
import { RoleRequired, SecondFactorRequired, SignInRequired } from './errors.ts';

/**
 * A pure rule about who may do something: null, or the refusal. The guard asks it before the handler; readers of pages ask it
 * too, to fill `allowed`, so that buttons and server never disagree.
 */
export type PolicyRule<Facts = undefined> = (actor: Actor | null, facts: Facts) => DomainError | null;

/** Where a facts loader may read. */
export interface FactsSource {
  readonly db: Database;
  readonly publicDb: PublicDatabase;
}

/** Reads what a policy judges by; runs after parsing and before the policy. May throw a refusal such as ContributionNotFound. */
export type FactsLoader<Facts> = (source: FactsSource, call: AnyCall) => Promise<Facts>;

/** Open to everybody, signed in or not. */
export const anyone: PolicyRule<unknown> = () => null;

/** For everybody who is signed in. */
export const signedIn: PolicyRule<unknown> = (actor) => (actor ? null : new SignInRequired());

/** For holders of at least one of `roles`, past their second factor. */
export function hasRole(...roles: readonly Role[]): PolicyRule<unknown> {
  return (actor) => {
    if (!actor) return new SignInRequired();
    if (!actor.roles.some((role) => roles.includes(role))) return new RoleRequired();
    return actor.secondFactorPassed ? null : new SecondFactorRequired();
  };
}
