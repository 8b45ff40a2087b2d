import { z } from 'zod';
import { flagGrounds } from '../rules/words.ts';
import { ContributionCard } from './contributions.ts';
import { body, email, text } from './fields.ts';
import { route } from './route.ts';

/** Grounds that say too little without words. Source for 'illegal': Digital Services Act, article 16 (2) (a). */
const groundsWithWords: readonly string[] = ['illegal', 'other'];
const hasTexts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'ground' in value &&
  'text' in value &&
  typeof value.ground === 'string' &&
  typeof value.text === 'string';

export const flagContribution = route({
  method: 'POST',
  path: '/contributions/:contributionId/flags',
  summary: 'Flag a content on a ground; without an account with name and e-mail, to which the receipt goes',
  // All that is wrong is told at once: the words are asked for also where another field is refused.
  request: body({
    ground: z.enum(flagGrounds),
    text: text({ max: 1_000, lines: 'many' }).default(''),
    name: text({ min: 1, max: 100 }).optional(),
    email: email.optional(),
  }).refine(({ ground, text: words }) => !groundsWithWords.includes(ground) || words.trim() !== '', {
    path: ['text'],
    params: { code: 'required' },
    when: ({ value }) => hasTexts(value),
  }),
  refusals: ['contribution-not-found', 'contribution-ended', 'own-contribution', 'already-flagged'],
});

/** What may be flagged, for the form. */
export const FlagSubject = z
  .object({
    card: ContributionCard,
    text: z.string(),
    mayFlag: z.boolean(),
    refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
  })
  .meta({ id: 'FlagSubject' });
export type FlagSubject = z.infer<typeof FlagSubject>;

export const readFlagSubject = route({
  method: 'GET',
  path: '/contributions/:contributionId/flags/subject',
  summary: 'What somebody is about to flag',
  response: FlagSubject,
  refusals: ['contribution-not-found'],
});
