import { z } from 'zod';
import { importFaultCodes } from '../rules/imports/map-record.ts';
import type { ImportMapping as Mapping } from '../rules/imports/mapping.ts';
import { readyMappingNames } from '../rules/imports/ready-mappings.ts';
import { importStates, stances } from '../rules/words.ts';
import { body, cursorOf, fileId, pageOf, slug, text, timestamp, uuid } from './fields.ts';
import { route } from './route.ts';

/** A name or value as it stands in the file, to be compared with it letter by letter; control characters are in none, but for tabs and line breaks. */
const asInTheFile = (max: number): z.ZodString =>
  z
    .string()
    .max(max)
    .refine((typed) => !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(typed), { params: { code: 'control-character' } });
const column = asInTheFile(200).min(1);
const fieldRef = z.union([
  column,
  body({
    column,
    after: asInTheFile(100).min(1).optional(),
    prefix: asInTheFile(40).optional(),
    nothing: z.array(asInTheFile(100)).max(20).optional(),
    when: body({ column, is: asInTheFile(200) }).optional(),
  }),
]);
const common = {
  each: column.optional(),
  tallies: z
    .array(body({ column, label: text({ min: 1, max: 80 }) }))
    .max(12)
    .optional(),
};
const textual = {
  ...common,
  key: fieldRef,
  body: z.array(fieldRef).min(1).max(8),
  html: z.boolean().optional(),
  blankBody: z.enum(['fault', 'place']).optional(),
  author: fieldRef.optional(),
  at: z.array(fieldRef).min(1).max(3).optional(),
};

/** How one file of another platform is read; see rules/imports/mapping.ts, and ready-mappings.ts for examples. */
export const ImportMapping = body({
  source: slug,
  format: z.enum(['csv', 'json']),
  records: z
    .array(
      z.discriminatedUnion('kind', [
        body({
          kind: z.literal('proposal'),
          ...textual,
          title: fieldRef,
          category: fieldRef.optional(),
          lon: fieldRef.optional(),
          lat: fieldRef.optional(),
          address: fieldRef.optional(),
          withdrawn: body({ column, is: asInTheFile(200), reason: text({ min: 1, max: 200 }) }).optional(),
        }),
        body({
          kind: z.literal('comment'),
          ...textual,
          subject: fieldRef,
          parent: fieldRef.optional(),
          stance: body({ column, values: z.record(asInTheFile(100), z.enum(stances)) }).optional(),
        }),
        body({ kind: z.literal('totals'), ...common, subject: fieldRef }),
      ]),
    )
    .min(1)
    .max(6),
}).meta({ id: 'ImportMapping' }) satisfies z.ZodType<Mapping>;
export type ImportMapping = z.infer<typeof ImportMapping>;

/** An import and how far it is; `activity.path` is the page of its activity below the language. `progress` from 0 to 1 of what `state` does now; counts by kind: staged until it is published. `found`: the columns of a file that is not what the mapping reads, and the ready mapping that reads it. */
export const ImportView = z
  .object({
    id: z.uuid(),
    source: z.string(),
    fileName: z.string(),
    state: z.enum(importStates),
    progress: z.number().min(0).max(1),
    activity: z.object({ id: z.uuid(), title: z.string(), path: z.string() }),
    rowsRead: z.int(),
    faults: z.int(),
    notices: z.int(),
    repeats: z.int(),
    proposals: z.int(),
    comments: z.int(),
    totals: z.int(),
    participants: z.int(),
    found: z.object({ columns: z.array(z.string()), looksLike: z.enum(readyMappingNames).nullable() }).nullable(),
    startedAt: timestamp,
    publishedAt: timestamp.nullable(),
  })
  .meta({ id: 'ImportView' });
export type ImportView = z.infer<typeof ImportView>;

/** A faulty value: where it stands and why, in the reader's language. A notice does not stop the import. `line` counts from 1, the header included. */
export const ImportFaultView = z
  .object({
    line: z.int(),
    column: z.string(),
    code: z.enum(importFaultCodes),
    reason: z.string(),
    shown: z.string(),
    isNotice: z.boolean(),
  })
  .meta({ id: 'ImportFaultView' });
export type ImportFaultView = z.infer<typeof ImportFaultView>;

const ofImport = z.object({ importId: uuid });
const staff = ['sign-in-required', 'role-required', 'second-factor-required'] as const;

/** Activities whose kind takes texts of other platforms, those of drafts too; archived consultations take nothing more. */
export const listImportPlaces = route({
  method: 'GET',
  path: '/imports/places',
  summary: 'Where an import can go',
  response: z.object({
    items: z.array(z.object({ activityId: z.uuid(), title: z.string(), consultation: z.object({ title: z.string(), state: z.string() }) })),
  }),
  refusals: staff,
});
export const startImport = route({
  method: 'POST',
  path: '/imports',
  summary: 'Read and check a file of another platform; nothing is published',
  request: body({ activityId: uuid, fileId, mapping: ImportMapping }),
  response: ImportView,
  refusals: [...staff, 'activity-not-found', 'import-not-offered'],
});
export const listImports = route({
  method: 'GET',
  path: '/imports',
  summary: 'Imports of the town, newest first',
  query: z.object({ cursor: cursorOf('id').optional() }),
  response: pageOf(ImportView),
  refusals: staff,
});
export const readImport = route({
  method: 'GET',
  path: '/imports/:importId',
  params: ofImport,
  summary: 'An import and its progress',
  response: ImportView,
  refusals: [...staff, 'import-not-found'],
});
export const listImportFaults = route({
  method: 'GET',
  path: '/imports/:importId/faults',
  params: ofImport,
  summary: 'Faulty rows of an import: line, column, reason',
  query: z.object({ cursor: cursorOf('number', 'number', 'id').optional() }),
  response: pageOf(ImportFaultView),
  refusals: [...staff, 'import-not-found'],
});
export const publishImport = route({
  method: 'POST',
  path: '/imports/:importId/publish',
  params: ofImport,
  summary: 'Publish everything that an import has staged, all or nothing',
  request: body({
    /** Publish the sound rows although others are faulty; without it, one fault stops all. */
    leaveOutFaulty: z.boolean().default(false),
  }),
  response: ImportView,
  refusals: [...staff, 'import-not-found', 'import-not-ready', 'import-has-faults', 'import-empty'],
});
export const discardImport = route({
  method: 'POST',
  path: '/imports/:importId/discard',
  params: ofImport,
  summary: 'Give up an import that is not published',
  response: ImportView,
  refusals: [...staff, 'import-not-found', 'import-not-ready'],
});
