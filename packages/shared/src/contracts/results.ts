import { z } from 'zod';
import { channels, commitmentStates, consultationStates, statuses } from '../rules/words.ts';
import { PeopleByLevel } from './contributions.ts';
import { slug, timestamp } from './fields.ts';
import { Register } from './moderation-register.ts';
import { AnswerClockView } from './responses.ts';
import { route } from './route.ts';

const count = z.int().nonnegative();

/** One day or week of the town's calendar, called after its first day; `people` counts each person once in it. */
export const Stretch = z
  .object({ since: z.string(), contributions: count, comments: count, supports: count, people: count })
  .meta({ id: 'ResultStretch' });
export type Stretch = z.infer<typeof Stretch>;

const Share = z.object({ id: z.string(), name: z.string(), contributions: count, supports: count, comments: count, answered: count });

/** What one activity came to. `result` is the kind's own, shortened by the kind to what a page shows; null where this server does not know the kind. */
export const ActivityResults = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    slug: z.string(),
    title: z.string(),
    contributions: count,
    /** `id` '' stands for contributions without a category, or without a quarter. */
    categories: z.array(Share),
    areas: z.array(Share),
    statuses: z.array(z.object({ status: z.enum(statuses), contributions: count })),
    /** At most 500. */
    places: z.array(z.object({ number: z.int(), title: z.string(), lon: z.number(), lat: z.number() })),
    result: z.unknown(),
  })
  .meta({ id: 'ActivityResults' });
export type ActivityResults = z.infer<typeof ActivityResults>;

/**
 * What a consultation came to, in figures. Totals count what is listed now; `timeline` counts acts at their time, also of what was
 * withdrawn since. Imported totals stand apart and are in no other figure.
 */
export const Results = z
  .object({
    consultation: z.object({ id: z.uuid(), slug: z.string(), title: z.string(), state: z.enum(consultationStates) }),
    countedAt: timestamp,
    /** People who took part, each once; counted again every minute. */
    people: PeopleByLevel,
    totals: z.object({ contributions: count, comments: count, supports: count }),
    supports: PeopleByLevel,
    unit: z.enum(['day', 'week']),
    timeline: z.array(Stretch),
    channels: z.array(z.object({ channel: z.enum(channels), contributions: count, comments: count, supports: count })),
    stances: z.object({ for: count, against: count, neutral: count }),
    activities: z.array(ActivityResults),
    imported: z.array(z.object({ label: z.string(), count, contributions: count })),
    answers: AnswerClockView,
    commitments: z.array(z.object({ state: z.enum(commitmentStates), count })),
    moderation: Register.shape.figures,
  })
  .meta({ id: 'Results' });
export type Results = z.infer<typeof Results>;

/** Counted again after a while that is at least twenty times what the count took; its ETag answers 304. */
export const readResults = route({
  method: 'GET',
  path: '/consultations/by-slug/:slug/results',
  summary: 'What a consultation came to, in figures',
  params: z.object({ slug }),
  response: Results,
  refusals: ['consultation-not-found'],
});
