import { z } from 'zod';

/** Somebody, or a text, that was erased for good: ids and nothing else. */
export const Erasure = z.object({ municipality_id: z.uuid(), subject: z.enum(['participant', 'contribution']), id: z.uuid() });
export type Erasure = z.infer<typeof Erasure>;
