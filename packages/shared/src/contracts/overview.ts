import { z } from 'zod';
import { languages, legalPages } from '../rules/words.ts';
import { cursor, pageOf, timestamp } from './fields.ts';
import { route } from './route.ts';

const count = z.int().nonnegative();
const staffRefusals = ['sign-in-required', 'role-required', 'second-factor-required'] as const;

/** What waits in the town, for its administrators' front page. Counts of rows, at this moment. */
export const Overview = z
  .object({
    consultations: z.object({ draft: count, published: count, closed: count }),
    people: z.object({ accounts: count, staff: count, invited: count }),
    moderation: z.object({ flagged: count, pending: count, appeals: count }),
    responses: z.object({ unanswered: count, prepared: count }),
    imports: count,
    /** Codes of what keeps consultations shut, as `missingForOpening` gives them. */
    legal: z.object({ missing: z.array(z.string()) }),
    mails: z.object({ waiting: count, refused: count }),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;

export const readOverview = route({
  method: 'GET',
  path: '/admin/overview',
  summary: 'What waits in the town',
  response: Overview,
  refusals: staffRefusals,
});

/** One act of the town's life: `topic` is `<noun>.<past verb>`; `who` is '' where nobody did it or the person was erased. */
export const JournalEntry = z
  .object({
    id: z.string(),
    at: timestamp,
    topic: z.string(),
    who: z.string(),
    consultation: z.object({ title: z.string(), slug: z.string() }).nullable(),
    contribution: z.object({ number: z.int().nullable(), kind: z.string() }).nullable(),
    legalPage: z.object({ page: z.enum(legalPages), language: z.enum(languages) }).nullable(),
  })
  .meta({ id: 'JournalEntry' });
export type JournalEntry = z.infer<typeof JournalEntry>;

export const readJournal = route({
  method: 'GET',
  path: '/admin/journal',
  summary: 'What happened in the town, newest first; supports left out',
  query: z.object({ cursor: cursor.optional() }),
  response: pageOf(JournalEntry),
  refusals: staffRefusals,
});
