import type { Level, Role } from '@parvis/shared/rules/words.ts';
import type { Language } from '../messages/index.ts';

/** The municipality that a request speaks to. */
export interface Town {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Its own host name, or null where it lives under `/t/<slug>`. */
  readonly host: string | null;
  /** '' on its own host, `/t/<slug>` otherwise: what every address of the town begins with. */
  readonly base: string;
  /** Scheme, host and port by which people reach it; links in mails are `origin + base + path`. */
  readonly origin: string;
  readonly languages: readonly Language[];
  /** IANA name; dates are shown and entered in this zone. */
  readonly timeZone: string;
  readonly accent: string;
  readonly suspended: boolean;
}

/** Who acts: a signed-in account of the town with its participant. */
export interface Actor {
  readonly municipalityId: string;
  readonly accountId: string;
  readonly participantId: string;
  readonly sessionId: string;
  readonly displayName: string;
  readonly email: string;
  readonly level: Level;
  readonly roles: readonly Role[];
  /** Whether this session has passed the second factor, or the installation does not ask one (demo). */
  readonly secondFactorPassed: boolean;
}

/** What the middleware knows of a request before any route is chosen. */
export interface RequestContext {
  readonly requestId: string;
  readonly town: Town | null;
  /** `/t/<slug>` where the address begins so, whether a town has it or not; '' otherwise. */
  readonly prefix: string;
  /** The address without the town's prefix, as the route sees it. */
  readonly path: string;
  readonly language: Language;
  /** The client's address, of IPv6 the network that it stands in; believed through trusted proxies only. Never logged. */
  readonly ip: string;
  readonly sessionToken: string | null;
  /** The token of whoever is setting up a town; core/installation knows whether it is good. */
  readonly setupToken: string | null;
  /** The secret of a preview link, of reads only: it lets nobody change anything. */
  readonly previewToken: string | null;
  /** A random cookie that seeds the visitor's own order of lists; no identity. */
  readonly visitorSeed: number;
}
