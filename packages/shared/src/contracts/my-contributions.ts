import { z } from 'zod';
import { ContributionCard } from './contributions.ts';
import { cursorOf, pageOf, timestamp } from './fields.ts';
import { AppealView, DecisionView } from './moderation.ts';
import { route } from './route.ts';

/** Parts of « Mes contributions »: what I wrote by its state, comments, and what I support. */
export const myParts = ['all', 'drafts', 'waiting', 'published', 'restricted', 'comments', 'supports'] as const;
export type MyPart = (typeof myParts)[number];

/** One contribution of mine, or one that I support, with its fate. */
export const MyContribution = z
  .object({
    card: ContributionCard,
    createdAt: timestamp,
    /** The latest restricting decision that still holds; null when nothing restricts it. */
    decision: DecisionView.nullable(),
    appeal: AppealView.pick({ createdAt: true, settledAt: true }).nullable(),
    mayAppeal: z.boolean(),
    answeredAt: timestamp.nullable(),
    supports: z.int().nonnegative(),
    comments: z.int().nonnegative(),
    /** When I gave my support; null for what I wrote. */
    supportedAt: timestamp.nullable(),
  })
  .meta({ id: 'MyContribution' });
export type MyContribution = z.infer<typeof MyContribution>;

export const readMyContributions = route({
  method: 'GET',
  path: '/me/contributions',
  summary: 'What I wrote and support, newest first, with the fate of each',
  query: z.object({ part: z.enum(myParts).default('all'), cursor: cursorOf('instant', 'id').optional() }),
  response: pageOf(MyContribution).extend({ counts: z.record(z.enum(myParts), z.int()) }),
  refusals: ['sign-in-required'],
});
