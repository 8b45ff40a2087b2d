import { z } from 'zod';
import { levels } from '../rules/words.ts';
import { timestamp } from './fields.ts';

/** One opening of an action by a phase: half-open in time, `closesAt` null for a standing one. `isOpen` by the database's clock. */
export const OpeningView = z
  .object({
    action: z.string(),
    phaseId: z.uuid(),
    opensAt: timestamp,
    closesAt: timestamp.nullable(),
    minLevel: z.union(levels.map((level) => z.literal(level))),
    isOpen: z.boolean(),
  })
  .meta({ id: 'OpeningView' });
export type OpeningView = z.infer<typeof OpeningView>;

/**
 * One activity as a consultation's page shows it. `settings` are the kind's own (packages/shared/src/activities/<kind>/settings.ts);
 * `counts` are public figures by the kind's own words (proposals, supports, comments, people).
 */
export const ActivityView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    slug: z.string(),
    /** What stood in its address before; those addresses lead on. */
    formerSlugs: z.array(z.string()),
    title: z.string(),
    intro: z.string(),
    settings: z.record(z.string(), z.unknown()),
    openings: z.array(OpeningView),
    counts: z.record(z.string(), z.int().nonnegative()),
  })
  .meta({ id: 'ActivityView' });
export type ActivityView = z.infer<typeof ActivityView>;
