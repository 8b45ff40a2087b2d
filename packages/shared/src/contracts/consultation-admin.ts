import { z } from 'zod';
import { consultationStates, consultationVisibilities, levels, phaseKinds } from '../rules/words.ts';
import { ConsultationCard, CoverView, DocumentView } from './consultations.ts';
import { body, cursorOf, fileId, geoJsonTerritory, pageOf, plainDate, richText, slug, territory, text, timestamp, uuid } from './fields.ts';
import { route } from './route.ts';

/** What every reading or act of staff on a consultation may be refused for. */
export const staffRefusals = ['sign-in-required', 'role-required', 'second-factor-required', 'consultation-not-found'] as const;
/** What every act on a consultation may be refused for; `changed-meanwhile` when somebody saved since `updatedAt` was read. */
export const actRefusals = [...staffRefusals, 'changed-meanwhile', 'consultation-archived'] as const;

const level = z.union(levels.map((one) => z.literal(one)));
const clockTime = z.stringFormat('time', /^(?:[01]\d|2[0-3]):[0-5]\d$/);
/** Why a change is made; must not be empty once the consultation is published, for the public reads it in the history. */
export const reason = text({ max: 500 }).default('');
/** `updatedAt` of the consultation as it was read, so that nobody's work is overwritten. */
export const readAt = timestamp.max(40).optional();

/** What must be there before a consultation is published, in the order in which it is best written. */
export const checklistCodes = [
  'title',
  'question',
  'decided-by',
  'decided-on',
  'what-then',
  'cover-alt',
  'phases',
  'activities',
  'openings',
  'roll',
  'legal',
] as const;
export type ChecklistCode = (typeof checklistCodes)[number];

/** An activity as its administrator edits it. `offers` are the actions that its settings offer to phases. */
export const AdminActivity = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    slug: z.string(),
    title: z.string(),
    intro: z.string(),
    settings: z.record(z.string(), z.unknown()),
    actions: z.array(z.string()),
    offers: z.array(z.string()),
    /** Contributions of any state; above 0 it can no longer be removed. */
    contributions: z.int().nonnegative(),
  })
  .meta({ id: 'AdminActivity' });
export type AdminActivity = z.infer<typeof AdminActivity>;

const opens = z.object({ activityId: uuid, action: z.string().max(40), minLevel: level });

/** A phase as it is planned: days and times of the town's clocks. `endsOn` is the last day, or null for a standing phase. */
export const AdminPhase = z
  .object({
    id: z.uuid(),
    kind: z.enum(phaseKinds),
    title: z.string(),
    description: z.string(),
    startsOn: z.string(),
    startsTime: z.string().nullable(),
    endsOn: z.string().nullable(),
    endsTime: z.string().nullable(),
    startsAt: timestamp,
    endsAt: timestamp.nullable(),
    when: z.enum(['past', 'now', 'future']),
    opens: z.array(opens),
  })
  .meta({ id: 'AdminPhase' });
export type AdminPhase = z.infer<typeof AdminPhase>;

/** Everything of a consultation, for those who write it. */
export const AdminConsultation = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    state: z.enum(consultationStates),
    visibility: z.enum(consultationVisibilities),
    stage: ConsultationCard.shape.stage,
    title: z.string(),
    question: z.string(),
    summary: z.string(),
    bodyHtml: z.string(),
    contact: z.string(),
    cover: CoverView.extend({ fileId: z.uuid(), name: z.string() }).nullable(),
    decidedBy: z.string(),
    decidedOn: z.string().nullable(),
    whatThen: z.string(),
    responseDelayDays: z.int(),
    areaIds: z.array(z.string()),
    territory: territory.nullable(),
    documents: z.array(DocumentView),
    version: z.int(),
    createdAt: timestamp,
    updatedAt: timestamp,
    publishedAt: timestamp.nullable(),
    closedAt: timestamp.nullable(),
    archivedAt: timestamp.nullable(),
    activities: z.array(AdminActivity),
    phases: z.array(AdminPhase),
    /** Quarters that the town has drawn, to choose from. */
    areas: z.array(z.object({ id: z.string(), name: z.string() })),
    roll: z.object({ people: z.int(), joined: z.int(), invited: z.int() }),
    hasPreviewLink: z.boolean(),
    /** `detail` names what is missing where a code is not enough (legal pages). */
    checklist: z.array(z.object({ code: z.enum(checklistCodes), isDone: z.boolean(), detail: z.string() })),
  })
  .meta({ id: 'AdminConsultation' });
export type AdminConsultation = z.infer<typeof AdminConsultation>;

export const AdminConsultationCard = ConsultationCard.extend({ updatedAt: timestamp }).meta({ id: 'AdminConsultationCard' });
export type AdminConsultationCard = z.infer<typeof AdminConsultationCard>;

export const listAdminConsultations = route({
  method: 'GET',
  path: '/admin/consultations',
  summary: 'List the consultations of a state, drafts included',
  query: z.object({
    state: z.enum(consultationStates).optional(),
    cursor: cursorOf('id').optional(),
    limit: z.coerce.number().int().min(1).max(50).default(30),
  }),
  response: pageOf(AdminConsultationCard).extend({ counts: z.record(z.enum(consultationStates), z.int()) }),
  refusals: ['sign-in-required', 'role-required', 'second-factor-required'],
});

export const readAdminConsultation = route({
  method: 'GET',
  path: '/admin/consultations/:consultationId',
  summary: 'Read a consultation as its administrators edit it',
  response: AdminConsultation,
  refusals: staffRefusals,
});

/** A draft with a proposed calendar and one call for proposals, so that a clerk corrects rather than invents. */
export const createConsultation = route({
  method: 'POST',
  path: '/admin/consultations',
  summary: 'Begin a draft',
  request: body({ title: text({ min: 3, max: 140 }), question: text({ max: 300 }).default('') }),
  response: z.object({ id: z.uuid() }),
  refusals: ['sign-in-required', 'role-required', 'second-factor-required'],
});

export const savePresentation = route({
  method: 'PUT',
  path: '/admin/consultations/:consultationId',
  summary: 'Save the texts, the cover, the documents and the territory of a consultation',
  request: body({
    title: text({ min: 3, max: 140 }),
    slug,
    question: text({ max: 300 }),
    summary: text({ max: 600, lines: 'many' }),
    bodyHtml: richText({ max: 20_000 }),
    cover: z.strictObject({ fileId, alt: text({ max: 300 }) }).nullable(),
    decidedBy: text({ max: 200 }),
    decidedOn: plainDate.nullable(),
    whatThen: text({ max: 1_000, lines: 'many' }),
    contact: text({ max: 300, lines: 'many' }),
    responseDelayDays: z.int().min(1).max(730),
    areaIds: z.array(slug).max(100),
    territory: geoJsonTerritory.nullable(),
    documents: z.array(z.strictObject({ fileId, title: text({ min: 1, max: 200 }) })).max(30),
    visibility: z.enum(consultationVisibilities),
    reason,
    updatedAt: readAt,
  }),
  response: AdminConsultation,
  refusals: [...actRefusals, 'visibility-fixed'],
});

export const removeDraft = route({
  method: 'DELETE',
  path: '/admin/consultations/:consultationId',
  summary: 'Remove a draft that nobody has seen',
  refusals: [...staffRefusals, 'not-a-draft'],
});

/** The whole calendar at once: phases without an id are new, those left out are removed. What the phases open is computed from it in the same transaction. */
export const saveCalendar = route({
  method: 'PUT',
  path: '/admin/consultations/:consultationId/phases',
  summary: 'Save the calendar: phases and what each opens',
  request: body({
    phases: z
      .array(
        z.strictObject({
          id: uuid.optional(),
          kind: z.enum(phaseKinds),
          title: text({ min: 1, max: 80 }),
          description: text({ max: 500, lines: 'many' }).default(''),
          startsOn: plainDate,
          startsTime: clockTime.nullable().default(null),
          endsOn: plainDate.nullable(),
          endsTime: clockTime.nullable().default(null),
          opens: z.array(z.strictObject(opens.shape)).max(60),
        }),
      )
      .max(20),
    reason,
    updatedAt: readAt,
  }),
  response: AdminConsultation,
  refusals: [...actRefusals, 'rules-frozen'],
});

/** The secret is told once: only its hash is kept. A new link ends the one before. */
export const makePreviewLink = route({
  method: 'POST',
  path: '/admin/consultations/:consultationId/preview-link',
  summary: 'Make a secret link that shows a draft to whoever holds it',
  response: z.object({ path: z.string(), url: z.string() }),
  refusals: [...staffRefusals, 'not-a-draft'],
});
export const endPreviewLink = route({
  method: 'DELETE',
  path: '/admin/consultations/:consultationId/preview-link',
  summary: 'End the preview link',
  refusals: staffRefusals,
});

export const publishConsultation = route({
  method: 'POST',
  path: '/admin/consultations/:consultationId/publish',
  summary: 'Publish a draft',
  request: body({ updatedAt: readAt }),
  response: AdminConsultation,
  refusals: [...actRefusals, 'not-a-draft', 'consultation-incomplete', 'legal-pages-incomplete'],
});
export const closeConsultation = route({
  method: 'POST',
  path: '/admin/consultations/:consultationId/close',
  summary: 'Close a consultation now, whatever its calendar says',
  request: body({ reason: text({ min: 1, max: 500 }) }),
  response: AdminConsultation,
  refusals: [...actRefusals, 'not-published'],
});
export const archiveConsultation = route({
  method: 'POST',
  path: '/admin/consultations/:consultationId/archive',
  summary: 'Archive a finished consultation: it stays readable and changes no more',
  request: body({ reason }),
  response: AdminConsultation,
  refusals: [...actRefusals, 'not-published', 'consultation-open'],
});
/** Dates move by as many days as the first phase's start does. Cover and documents are not taken over. */
export const duplicateConsultation = route({
  method: 'POST',
  path: '/admin/consultations/:consultationId/duplicate',
  summary: 'Begin a draft with the settings of another consultation',
  request: body({ title: text({ min: 3, max: 140 }), startsOn: plainDate }),
  response: z.object({ id: z.uuid() }),
  refusals: staffRefusals,
});
