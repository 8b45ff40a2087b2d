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
export interface PolicyRule<Facts = undefined> {
  (actor: Actor | null, facts: Facts): DomainError | null;
  /** A part of the rule that needs no facts: asked before they are read, so that who may not enter learns nothing of what is inside. */
  readonly entry?: (actor: Actor | null) => DomainError | null;
}

/** Where a facts loader may read. */
interface FactsSource {
  readonly db: Database;
  readonly publicDb: PublicDatabase;
}

/** Reads what a policy judges by; runs after parsing and before the policy. May throw a refusal such as ContributionNotFound. */
export type FactsLoader<Facts> = (source: FactsSource, call: AnyCall) => Promise<Facts>;

/** Open to everybody, signed in or not. */
export const anyone: PolicyRule<unknown> = () => null;

/** A rule that needs no facts at all. */
function atTheDoor(rule: (actor: Actor | null) => DomainError | null): PolicyRule<unknown> {
  return Object.assign((actor: Actor | null) => rule(actor), { entry: rule });
}

/** `rule` for those whom `door` lets in; others are refused before the facts are read. */
export function behind<Facts>(door: PolicyRule<unknown>, rule: PolicyRule<Facts>): PolicyRule<Facts> {
  const entry = (actor: Actor | null): DomainError | null => door(actor, undefined);
  return Object.assign((actor: Actor | null, facts: Facts) => entry(actor) ?? rule(actor, facts), { entry });
}

/** For everybody who is signed in. */
export const signedIn: PolicyRule<unknown> = atTheDoor((actor) => (actor ? null : new SignInRequired()));

/** For holders of at least one of `roles`, past their second factor. */
export function hasRole(...roles: readonly Role[]): PolicyRule<unknown> {
  return atTheDoor((actor) => {
    if (!actor) return new SignInRequired();
    if (!actor.roles.some((role) => roles.includes(role))) return new RoleRequired();
    return actor.secondFactorPassed ? null : new SecondFactorRequired();
  });
}
