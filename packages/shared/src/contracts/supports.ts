import { z } from 'zod';
import { PeopleByLevel } from './contributions.ts';
import { route } from './route.ts';

/** Public support for a contribution: open, revocable, once per participant. `count` is in people, exact within 2 s. `mine` is the reader's own. */
export const Support = z
  .object({
    contributionId: z.uuid(),
    count: z.int().nonnegative(),
    people: PeopleByLevel,
    mine: z.boolean(),
  })
  .meta({ id: 'Support' });
export type Support = z.infer<typeof Support>;

const refusals = [
  'sign-in-required',
  'contribution-not-found',
  'contribution-ended',
  'contribution-locked',
  'phase-closed',
  'level-too-low',
] as const;

/** A repeat changes nothing and answers the same, as long as the phase is open. */
export const addSupport = route({
  method: 'PUT',
  path: '/contributions/:contributionId/support',
  summary: 'Support a contribution',
  response: Support,
  refusals,
});

/** Takes the support back; where there is none, nothing changes. */
export const removeSupport = route({
  method: 'DELETE',
  path: '/contributions/:contributionId/support',
  summary: 'Take back a support',
  response: Support,
  refusals,
});

/** How many contributions one page may watch. */
export const maxWatched = 60;

/** Public figures of some contributions, as they move on open pages. */
export const LiveCounts = z
  .object({
    counts: z.array(
      z.object({ contributionId: z.uuid(), supports: z.int().nonnegative(), people: PeopleByLevel, comments: z.int().nonnegative() }),
    ),
  })
  .meta({ id: 'LiveCounts' });
export type LiveCounts = z.infer<typeof LiveCounts>;

const watched = z.object({
  ids: z
    .string()
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,59}$/i)
    .transform((list) => list.toLowerCase().split(',')),
});

/** For polling: an unchanged answer is 304. */
export const readLiveCounts = route({
  method: 'GET',
  path: '/activities/:activityId/counts',
  summary: 'Read the figures of some contributions of an activity',
  query: watched,
  response: LiveCounts,
  refusals: ['activity-not-found'],
});

/** Server-sent events (WHATWG HTML, section 9.2): each `data:` line is a `LiveCounts` of what changed; the first holds all. */
export const watchLiveCounts = route({
  method: 'GET',
  path: '/activities/:activityId/live',
  summary: 'Watch the figures of some contributions of an activity',
  query: watched,
  produces: 'text/event-stream',
  refusals: ['activity-not-found', 'too-many-watchers', 'too-many-own-watchers'],
});
