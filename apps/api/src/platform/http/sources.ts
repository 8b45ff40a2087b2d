import type { Actor, Town } from './context.ts';

/** Finds towns; implemented by core/municipalities, for this floor knows no domain. */
export interface TownSource {
  /** The town under `/t/<slug>`, or null. */
  bySlug(slug: string): Promise<Town | null>;
  /** The town whose own host this is, or null. `host` is lower case, without a port. */
  byHost(host: string): Promise<Town | null>;
  /** The only town of the installation, or null where there are none or several. */
  only(): Promise<Town | null>;
}

/** Finds who is signed in; implemented by core/accounts. */
export interface ActorSource {
  /** The actor of a session token in a town, or null when the token is unknown, expired or another town's. */
  byToken(town: Town, token: string): Promise<Actor | null>;
}

export const TOWN_SOURCE = Symbol('town-source');
export const ACTOR_SOURCE = Symbol('actor-source');
