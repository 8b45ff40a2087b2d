import { z } from 'zod';
import { decisionActs, publicationStates } from '../rules/words.ts';
import { cursorOf, pageOf, timestamp, uuid } from './fields.ts';
import { route } from './route.ts';

/** A decision in the public register: what, by which rule, why; never who wrote, nor who decided. */
export const RegisterEntry = z.object({
  id: z.uuid(),
  act: z.enum(decisionActs),
  kind: z.string(),
  rule: z.object({ version: z.int(), number: z.int(), title: z.string() }),
  reason: z.string(),
  decidedAt: timestamp,
  isAppeal: z.boolean(),
  path: z.string(),
  subjectTitle: z.string(),
  publication: z.enum(publicationStates),
  consultation: z.object({ slug: z.string(), title: z.string() }),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;

/** Figures of moderation that anyone may read. Delays are in hours, from the flag, the appeal or the deposit to the decision. */
export const Register = pageOf(RegisterEntry)
  .extend({
    figures: z.object({
      decisions: z.int(),
      contributions: z.int(),
      byAct: z.array(z.object({ act: z.enum(decisionActs), count: z.int() })),
      byRule: z.array(z.object({ number: z.int(), title: z.string(), count: z.int() })),
      medianHours: z.number().nullable(),
      within24Hours: z.int(),
      timed: z.int(),
      appeals: z.object({ settled: z.int(), overturned: z.int() }),
    }),
  })
  .meta({ id: 'ModerationRegister' });
export type Register = z.infer<typeof Register>;

export const readRegister = route({
  method: 'GET',
  path: '/moderation/register',
  summary: 'Every public decision of moderation, and their figures',
  query: z.object({ act: z.enum(decisionActs).optional(), consultation: uuid.optional(), cursor: cursorOf('id').optional() }),
  response: Register,
  refusals: [],
});
