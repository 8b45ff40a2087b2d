import { z } from 'zod';
import { slug, text } from '../../contracts/fields.ts';

/** How the town calls what people deposit. */
export const proposalWords = ['proposal', 'idea', 'project', 'contribution'] as const;
export type ProposalWord = (typeof proposalWords)[number];

/** What an administrator decides for a call for proposals; moderation is before or after publication. */
export const ProposalSettings = z.strictObject({
  word: z.enum(proposalWords).default('proposal'),
  /** Themes; `id` is stable and stands in addresses and exports, `name` is shown. None: no category is asked. */
  categories: z
    .array(z.strictObject({ id: slug, name: text({ min: 1, max: 80 }) }))
    .max(30)
    .default([]),
  /** Code points of the body's text. */
  maxLength: z.int().min(200).max(20_000).default(4_000),
  place: z.enum(['required', 'optional', 'none']).default('optional'),
  /** How many pictures a proposal may have; 0 offers none. */
  pictures: z.int().min(0).max(6).default(3),
  supports: z.boolean().default(true),
  comments: z.boolean().default(true),
  moderation: z.enum(['before', 'after']).default('after'),
});
export type ProposalSettings = z.infer<typeof ProposalSettings>;
