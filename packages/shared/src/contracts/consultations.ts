import { z } from 'zod';
import { changedFields } from '../rules/calendar/changes.ts';
import { answerStatuses, consultationStates, consultationVisibilities, levels, phaseKinds } from '../rules/words.ts';
import { ActivityView } from './activities.ts';
import { PeopleByLevel } from './contributions.ts';
import { cursorOf, pageOf, slug, territory, timestamp } from './fields.ts';
import { route } from './route.ts';

const level = z.union(levels.map((one) => z.literal(one)));

/** Where a consultation stands for people, by the database's clock: nothing open yet, something open, or nothing to come. */
export const consultationStages = ['upcoming', 'open', 'finished'] as const;
export type ConsultationStage = (typeof consultationStages)[number];

/** Slugs that an activity may not have: pages of the consultation itself live there. */
export const reservedActivitySlugs = [
  'historique',
  'resultats',
  'reponses',
  'donnees',
  'engagements',
  'documents',
  'calendrier',
  'apercu',
] as const;

/** A picture or a document; `url` begins at the root of the host. */
export const CoverView = z
  .object({ url: z.string(), alt: z.string(), width: z.int().nullable(), height: z.int().nullable() })
  .meta({ id: 'CoverView' });
export type CoverView = z.infer<typeof CoverView>;

/** A phase of the calendar: half-open in time, `endsAt` null for a standing one. */
export const PhaseView = z
  .object({
    id: z.uuid(),
    kind: z.enum(phaseKinds),
    title: z.string(),
    description: z.string(),
    startsAt: timestamp,
    endsAt: timestamp.nullable(),
    /** By the database's clock. */
    when: z.enum(['past', 'now', 'future']),
  })
  .meta({ id: 'PhaseView' });
export type PhaseView = z.infer<typeof PhaseView>;

/** A consultation in a list. `opensAt` and `closesAt` bound what people can do in it; null where nothing opens or nothing closes it. */
export const ConsultationCard = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    question: z.string(),
    summary: z.string(),
    state: z.enum(consultationStates),
    visibility: z.enum(consultationVisibilities),
    stage: z.enum(consultationStages),
    opensAt: timestamp.nullable(),
    closesAt: timestamp.nullable(),
    decidedBy: z.string(),
    decidedOn: z.string().nullable(),
    cover: CoverView.nullable(),
    people: z.int().nonnegative(),
    publishedAt: timestamp.nullable(),
  })
  .meta({ id: 'ConsultationCard' });
export type ConsultationCard = z.infer<typeof ConsultationCard>;

/** A document to read: PDF, with its size and pages. */
export const DocumentView = z
  .object({
    fileId: z.uuid(),
    title: z.string(),
    url: z.string(),
    mediaType: z.string(),
    bytes: z.int().nonnegative(),
    pages: z.int().nullable(),
  })
  .meta({ id: 'DocumentView' });
export type DocumentView = z.infer<typeof DocumentView>;

/** What changed about a consultation after it was published can be asked of its history; `version` counts from 1 at publication. */
export const ConsultationPage = ConsultationCard.extend({
  bodyHtml: z.string(),
  contact: z.string(),
  whatThen: z.string(),
  responseDelayDays: z.int().positive(),
  /** The quarters concerned, or an outline of its own; both empty for the whole town. */
  areas: z.array(z.object({ id: z.string(), name: z.string() })),
  territory: territory.nullable(),
  version: z.int().positive(),
  updatedAt: timestamp,
  closedAt: timestamp.nullable(),
  archivedAt: timestamp.nullable(),
  phases: z.array(PhaseView),
  activities: z.array(ActivityView),
  documents: z.array(DocumentView),
  /** People who took part, each once, by how far each was verified; counted again every minute. */
  participants: PeopleByLevel,
  /** The least level that an opening asks; null where nothing is opened. */
  minLevel: level.nullable(),
  /** The reader sees what is not published yet: by a secret link, or as staff. */
  isPreview: z.boolean(),
  /** What the reader may do with the consultation itself: 'edit'. */
  allowed: z.array(z.string()),
}).meta({ id: 'ConsultationPage' });
export type ConsultationPage = z.infer<typeof ConsultationPage>;

const bySlug = z.object({ slug });
/** The secret of a preview link, as it stands in the address. */
export const previewToken = z.stringFormat('preview', /^[A-Za-z0-9_-]{20,64}$/);
const previewQuery = z.object({ preview: previewToken.optional() });

/** Public consultations: open ones first, then those to come, then finished ones; within a stage the latest published first. */
export const listConsultations = route({
  method: 'GET',
  path: '/consultations',
  summary: 'List public consultations by stage',
  query: z.object({
    stage: z.enum(consultationStages),
    cursor: cursorOf('instant', 'id').optional(),
    limit: z.coerce.number().int().min(1).max(50).default(12),
  }),
  response: pageOf(ConsultationCard),
  refusals: [],
});

/** Consultations for invited people to which the reader is invited; they stand in no public list. */
export const listMyInvitations = route({
  method: 'GET',
  path: '/me/consultations',
  summary: 'List the consultations to which I am invited',
  response: z.object({ items: z.array(ConsultationCard).max(50) }),
  refusals: ['sign-in-required'],
});

/** An older slug answers too: `slug` in the answer is the one that counts, and pages redirect to it. */
export const readConsultation = route({
  method: 'GET',
  path: '/consultations/by-slug/:slug',
  summary: 'Read a consultation with its calendar and activities',
  params: bySlug,
  query: previewQuery,
  response: ConsultationPage,
  refusals: ['consultation-not-found'],
});

export const readConsultationById = route({
  method: 'GET',
  path: '/consultations/:consultationId',
  summary: 'Read a consultation by its identifier',
  response: ConsultationPage,
  refusals: ['consultation-not-found'],
});

/** One line of a consultation's public history, newest first; `changes` are those of the version that the act made, `people` how many a change of the roll concerns. */
export const HistoryEntry = z
  .object({
    id: z.uuid(),
    act: z.string(),
    role: z.string(),
    actorName: z.string().nullable(),
    reason: z.string(),
    at: timestamp,
    version: z.int().positive().nullable(),
    people: z.int().nonnegative().nullable(),
    changes: z.array(z.object({ field: z.enum(changedFields), label: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'ConsultationHistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const readConsultationHistory = route({
  method: 'GET',
  path: '/consultations/by-slug/:slug/history',
  summary: 'Read what was changed about a consultation, when and why',
  params: bySlug,
  query: z.object({ cursor: cursorOf('id').optional() }),
  response: z.object({ slug: z.string(), title: z.string(), entries: z.array(HistoryEntry), nextCursor: z.string().nullable() }),
  refusals: ['consultation-not-found'],
});

/** What the town last answered, in a line. */
export const AnswerLine = z
  .object({
    id: z.uuid(),
    status: z.enum(answerStatuses),
    excerpt: z.string(),
    signedAs: z.string(),
    publishedAt: timestamp,
    consultation: z.object({ slug: z.string(), title: z.string() }),
    /** The first contribution that it answers; null where it answers a whole activity. */
    contribution: z.object({ number: z.int(), title: z.string() }).nullable(),
  })
  .meta({ id: 'AnswerLine' });
export type AnswerLine = z.infer<typeof AnswerLine>;

/** The town's front page in one answer. All lists are empty before the first consultation. */
export const FrontPage = z
  .object({
    open: z.array(ConsultationCard),
    upcoming: z.array(ConsultationCard),
    finished: z.array(ConsultationCard),
    answers: z.array(AnswerLine),
    commitments: z.object({ planned: z.int(), underWay: z.int(), done: z.int(), abandoned: z.int() }),
  })
  .meta({ id: 'FrontPage' });
export type FrontPage = z.infer<typeof FrontPage>;

export const readFrontPage = route({
  method: 'GET',
  path: '/front',
  summary: 'Read the front page of the town',
  response: FrontPage,
  refusals: [],
});
