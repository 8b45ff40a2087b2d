import { z } from 'zod';
import { channels, levels, moderationStates, publicationStates, sources, statuses } from '../rules/words.ts';
import { timestamp } from './fields.ts';
import { route } from './route.ts';

const level = z.union(levels.map((one) => z.literal(one)));

/**
 * Who wrote something, as everybody may see it. `name` is '' for a person who was erased, and where only the place of a text is left.
 * No identifier: it would tie a text without a name to another text of the same person.
 */
export const AuthorView = z
  .object({
    name: z.string(),
    level,
    source: z.enum(sources),
  })
  .meta({ id: 'AuthorView' });
export type AuthorView = z.infer<typeof AuthorView>;

/** People by how far each was verified; their sum is the count shown beside it. Imported people meet no level. */
export const PeopleByLevel = z
  .object({
    imported: z.int().nonnegative(),
    email: z.int().nonnegative(),
    post: z.int().nonnegative(),
    register: z.int().nonnegative(),
    identityProvider: z.int().nonnegative(),
    paper: z.int().nonnegative(),
  })
  .meta({ id: 'PeopleByLevel' });
export type PeopleByLevel = z.infer<typeof PeopleByLevel>;

/** The three independent states of every contribution, with how it came in. */
export const ContributionStates = z.object({
  publication: z.enum(publicationStates),
  moderation: z.enum(moderationStates),
  status: z.enum(statuses),
  channel: z.enum(channels),
  revision: z.int().positive(),
});
export type ContributionStates = z.infer<typeof ContributionStates>;

/** In place of a text that moderation took away: the rule it broke, and why, in the moderator's words. */
export const PlaceOnly = z
  .object({ ruleVersion: z.int(), ruleNumber: z.int(), ruleTitle: z.string(), reason: z.string(), decidedAt: timestamp })
  .meta({ id: 'PlaceOnly' });
export type PlaceOnly = z.infer<typeof PlaceOnly>;

/**
 * Any contribution in a line, whatever its kind: for queues, desks, mails, "my contributions". `title` is its own or, where the kind
 * has none (a comment), that of what it is about. `path` is an address of its page below the language (`/p/12`, which leads on to the readable one; a comment's has its anchor).
 */
export const ContributionCard = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    number: z.int().nullable(),
    title: z.string(),
    excerpt: z.string(),
    path: z.string(),
    author: AuthorView,
    states: ContributionStates,
    publishedAt: timestamp.nullable(),
    consultation: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
    activity: z.object({ id: z.uuid(), slug: z.string(), title: z.string(), kind: z.string() }),
  })
  .meta({ id: 'ContributionCard' });
export type ContributionCard = z.infer<typeof ContributionCard>;

/** Where a contribution's page is: `canonicalKey` is the last part of `/p/<number>-<slug>`, made of its present title. */
export const ContributionPlace = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    number: z.int().nullable(),
    /** '' for a text that is not shown (hidden, erased). */
    title: z.string(),
    canonicalKey: z.string(),
    consultation: z.object({ id: z.uuid(), slug: z.string(), title: z.string(), isDraft: z.boolean() }),
    activity: z.object({ id: z.uuid(), kind: z.string(), slug: z.string(), title: z.string() }),
  })
  .meta({ id: 'ContributionPlace' });
export type ContributionPlace = z.infer<typeof ContributionPlace>;

/** By the town's number, or by the identifier of what has no number yet (a draft of one's own). */
export const locateContribution = route({
  method: 'GET',
  path: '/contributions/by-number/:number',
  summary: 'Find a contribution by its number, or by its identifier before it has one',
  params: z.object({ number: z.string().regex(/^(?:[1-9]\d{0,8}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/) }),
  response: ContributionPlace,
  refusals: ['contribution-not-found'],
});
