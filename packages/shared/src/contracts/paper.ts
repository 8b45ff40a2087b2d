import { z } from 'zod';
import { stances } from '../rules/words.ts';
import { body, cursorOf, fileId, geoPoint, pageOf, plainDate, slug, text, timestamp, uuid } from './fields.ts';
import { FileView } from './files.ts';
import { route } from './route.ts';

/** Sheets of paper that the town hall received on one day for one consultation; numbered from 1 in each consultation. */
export const PaperBatch = z
  .object({
    id: z.uuid(),
    number: z.int(),
    label: z.string(),
    receivedOn: z.string(),
    scan: FileView.nullable(),
    enteredBy: z.string(),
    createdAt: timestamp,
    proposals: z.int(),
    supports: z.int(),
    comments: z.int(),
    consultation: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
  })
  .meta({ id: 'PaperBatch' });
export type PaperBatch = z.infer<typeof PaperBatch>;

const paperKinds = ['proposal', 'comment', 'support'] as const;

/**
 * One thing that was entered. `number` and `title` are those of the proposal that it is, supports or comments; `contributionId` and
 * `participantId` name the entry: the proposal or comment itself, or the proposal that is supported, and whose sheet it is.
 */
export const PaperEntry = z
  .object({
    kind: z.enum(paperKinds),
    contributionId: z.uuid(),
    participantId: z.uuid(),
    person: z.string(),
    number: z.int().nullable(),
    title: z.string(),
    excerpt: z.string(),
    enteredAt: timestamp,
    /** Entered by mistake: who said so, why, and the proposal for which it was entered anew, if it was. */
    cancelled: z.object({ by: z.string(), at: timestamp, reason: z.string(), correctedNumber: z.int().nullable() }).nullable(),
  })
  .meta({ id: 'PaperEntry' });
export type PaperEntry = z.infer<typeof PaperEntry>;

/** What can be entered for a consultation on the day of a batch, and where. */
export const PaperDesk = z
  .object({
    batch: PaperBatch,
    entries: z.array(PaperEntry),
    activities: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        kind: z.string(),
        /** Actions that a phase opened at some moment of the day on which the batch was received. */
        opened: z.array(z.string()),
        categories: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
  })
  .meta({ id: 'PaperDesk' });
export type PaperDesk = z.infer<typeof PaperDesk>;

/** Consultations for which sheets may arrive. */
export const PaperConsultation = z
  .object({ id: z.uuid(), slug: z.string(), title: z.string(), state: z.string(), batches: z.int() })
  .meta({ id: 'PaperConsultation' });
export type PaperConsultation = z.infer<typeof PaperConsultation>;

/** One line of a support sheet, as decided. `made` counts; `was-there`: this person supports it already; everything else is refused. */
export const PaperSupportOutcome = z
  .object({
    number: z.int(),
    name: z.string(),
    outcome: z.enum(['made', 'was-there', 'not-found', 'contribution-ended', 'contribution-locked', 'phase-closed']),
  })
  .meta({ id: 'PaperSupportOutcome' });
export type PaperSupportOutcome = z.infer<typeof PaperSupportOutcome>;

/**
 * Who wrote the sheet, by the name that will be shown. The same name in the same consultation is the same person, so that two sheets
 * count once; `isAnother` says that the agent knows it to be a namesake.
 */
const person = { name: text({ min: 1, max: 80 }), isAnother: z.boolean().default(false) };
const number = z.int().min(1).max(2_000_000_000);
const ofBatch = z.object({ batchId: uuid });
const staff = ['sign-in-required', 'role-required', 'second-factor-required'] as const;
const entering = [...staff, 'paper-batch-not-found', 'consultation-archived', 'phase-closed'] as const;

/** Where the printed form leads: the consultation's address, and a QR code of it as the path of an SVG of `size` modules a side. */
export const PaperForm = z.object({ url: z.string(), qr: z.object({ size: z.int(), path: z.string() }) }).meta({ id: 'PaperForm' });
export type PaperForm = z.infer<typeof PaperForm>;

export const readPaperForm = route({
  method: 'GET',
  path: '/consultations/:consultationId/paper-form',
  summary: 'What the printable form of a consultation needs beside its page',
  response: PaperForm,
  refusals: ['consultation-not-found'],
});
export const listPaperConsultations = route({
  method: 'GET',
  path: '/paper/consultations',
  summary: 'Consultations that take sheets of paper, with their batches',
  response: z.object({ items: z.array(PaperConsultation) }),
  refusals: staff,
});
export const listPaperBatches = route({
  method: 'GET',
  path: '/paper/batches',
  summary: 'Batches of sheets, newest first',
  query: z.object({ consultationId: uuid.optional(), cursor: cursorOf('id').optional() }),
  response: pageOf(PaperBatch),
  refusals: staff,
});
export const openPaperBatch = route({
  method: 'POST',
  path: '/paper/batches',
  summary: 'Begin a batch of sheets received on one day',
  request: body({
    consultationId: uuid,
    receivedOn: plainDate,
    label: text({ max: 120 }).default(''),
    scanFileId: fileId.nullable().default(null),
  }),
  response: PaperBatch,
  refusals: [...staff, 'consultation-not-found', 'consultation-archived'],
});
export const readPaperDesk = route({
  method: 'GET',
  path: '/paper/batches/:batchId',
  params: ofBatch,
  summary: 'A batch with its latest entries',
  response: PaperDesk,
  refusals: [...staff, 'paper-batch-not-found'],
});
export const describePaperBatch = route({
  method: 'PATCH',
  path: '/paper/batches/:batchId',
  params: ofBatch,
  summary: 'Change the label or add the scan',
  request: body({ label: text({ max: 120 }), scanFileId: fileId.nullable() }),
  response: PaperBatch,
  refusals: [...staff, 'paper-batch-not-found', 'consultation-archived'],
});
export const enterPaperProposal = route({
  method: 'POST',
  path: '/paper/batches/:batchId/proposals',
  params: ofBatch,
  summary: 'Enter a proposal received on paper',
  request: body({
    ...person,
    activityId: uuid,
    title: text({ min: 4, max: 140 }),
    text: text({ min: 1, max: 20_000, lines: 'many' }),
    categoryId: slug.nullable().default(null),
    address: text({ max: 200 }).default(''),
    point: geoPoint.nullable().default(null),
  }),
  response: PaperEntry,
  refusals: [...entering, 'activity-not-found', 'not-offered'],
});
export const enterPaperComment = route({
  method: 'POST',
  path: '/paper/batches/:batchId/comments',
  params: ofBatch,
  summary: 'Enter a comment received on paper',
  request: body({ ...person, number, stance: z.enum(stances), text: text({ min: 1, max: 3_000, lines: 'many' }) }),
  response: PaperEntry,
  refusals: [...entering, 'contribution-ended', 'contribution-locked'],
});
export const cancelPaperEntry = route({
  method: 'POST',
  path: '/paper/batches/:batchId/cancellations',
  params: ofBatch,
  summary: 'Cancel what was entered by mistake; with `number`, a support or comment is entered anew for that proposal',
  request: body({
    kind: z.enum(paperKinds),
    contributionId: uuid,
    participantId: uuid,
    reason: text({ min: 3, max: 300 }),
    number: number.nullable().default(null),
  }),
  response: PaperEntry,
  refusals: [...entering, 'paper-entry-not-found', 'contribution-ended', 'contribution-locked'],
});
export const enterPaperSupports = route({
  method: 'POST',
  path: '/paper/batches/:batchId/supports',
  params: ofBatch,
  summary: 'Enter supports received on paper: each line is one person and one proposal',
  request: body({
    lines: z
      .array(body({ ...person, number }))
      .min(1)
      .max(100),
  }),
  response: z.object({ outcomes: z.array(PaperSupportOutcome) }),
  refusals: entering,
});
