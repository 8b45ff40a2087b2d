import { z } from 'zod';

/** `manifest.json` of a backup: what it holds, so that a restore can check that nothing was lost on the way. */
export const Manifest = z.object({
  format: z.literal(1),
  createdAt: z.string(),
  /** Names of the migrations that had run; the schema is rebuilt from them. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[\w".]+$/),
      columns: z.array(z.string().regex(/^[\w"]+$/)),
      file: z.string().regex(/^[\w.-]+$/),
      rows: z.int(),
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), is_called: z.boolean() })),
});
export type Manifest = z.infer<typeof Manifest>;
