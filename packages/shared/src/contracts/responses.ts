import { z } from 'zod';
import { answerStatuses, commitmentStates, responseStates } from '../rules/words.ts';
import { ContributionCard } from './contributions.ts';
import { body, cursorOf, fileId, moneyCents, pageOf, plainDate, richText, text, timestamp, uuid } from './fields.ts';
import { FileView } from './files.ts';
import { route } from './route.ts';

/** A step towards a commitment; `doneOn` null while it is to come. */
export const MilestoneView = z
  .object({ id: z.uuid(), title: z.string(), dueOn: z.string(), doneOn: z.string().nullable(), note: z.string() })
  .meta({ id: 'MilestoneView' });
export type MilestoneView = z.infer<typeof MilestoneView>;

/** What the town promised, and how it stands. Money in euro cents; `progress` in percent, as the official last said it. */
export const CommitmentView = z
  .object({
    id: z.uuid(),
    responseId: z.uuid(),
    title: z.string(),
    dueOn: z.string(),
    state: z.enum(commitmentStates),
    progress: z.int(),
    costCents: z.int().nullable(),
    votedCents: z.int().nullable(),
    note: z.string(),
    updatedAt: timestamp,
    isLate: z.boolean(),
    milestones: z.array(MilestoneView),
  })
  .meta({ id: 'CommitmentView' });
export type CommitmentView = z.infer<typeof CommitmentView>;

/** An official response with all that belongs to it. `activityTitle` where it answers a whole activity. */
export const ResponseView = z
  .object({
    id: z.uuid(),
    status: z.enum(answerStatuses),
    bodyHtml: z.string(),
    signedAs: z.string(),
    publishedAt: timestamp.nullable(),
    activityTitle: z.string().nullable(),
    documents: z.array(FileView.extend({ title: z.string() })),
    commitments: z.array(CommitmentView),
  })
  .meta({ id: 'ResponseView' });
export type ResponseView = z.infer<typeof ResponseView>;

/** A response as « Ce que vous avez dit, ce que nous avons décidé » shows it: `subjects` are its first three contributions. */
export const AnsweredItem = ResponseView.extend({ subjects: z.array(ContributionCard), subjectCount: z.int() }).meta({
  id: 'AnsweredItem',
});
export type AnsweredItem = z.infer<typeof AnsweredItem>;

/** The promise and how it is kept: contributions, each once. `dueAt` is the next promised moment that has not passed. `byStatus` counts published contributions by what the town says of them. */
export const AnswerClockView = z
  .object({
    delayDays: z.int(),
    dueAt: timestamp.nullable(),
    answered: z.int(),
    waiting: z.int(),
    late: z.int(),
    byStatus: z.record(z.string(), z.int()),
  })
  .meta({ id: 'AnswerClockView' });
export type AnswerClockView = z.infer<typeof AnswerClockView>;

const milestoneInput = body({ title: text({ min: 1, max: 160 }), dueOn: plainDate });
const commitmentInput = body({
  title: text({ min: 1, max: 200 }),
  dueOn: plainDate,
  costCents: moneyCents.nullable().default(null),
  votedCents: moneyCents.nullable().default(null),
  milestones: z.array(milestoneInput).max(20).default([]),
});

/** An answer in preparation: to contributions by id, or to a whole activity (all of it that has no answer of its own when it is published). */
export const ResponseInput = body({
  subjectIds: z.array(uuid).max(200).default([]),
  activityId: uuid.nullable().default(null),
  status: z.enum(answerStatuses),
  bodyHtml: richText({ min: 20, max: 10_000 }),
  signedAs: text({ min: 3, max: 160 }),
  documents: z
    .array(body({ fileId, title: text({ min: 1, max: 160 }) }))
    .max(10)
    .default([]),
  commitments: z.array(commitmentInput).max(20).default([]),
});
export type ResponseInput = z.infer<typeof ResponseInput>;

/** A response as the desk shows it, with what it is about. */
export const DeskResponse = ResponseView.extend({
  state: z.enum(responseStates),
  activityId: z.uuid().nullable(),
  subjects: z.array(ContributionCard),
  subjectCount: z.int(),
  updatedAt: timestamp,
}).meta({ id: 'DeskResponse' });
export type DeskResponse = z.infer<typeof DeskResponse>;

/** A contribution that waits for its answer, with the promised moment; `supports` in people. */
export const WaitingItem = ContributionCard.extend({
  dueAt: timestamp,
  isLate: z.boolean(),
  supports: z.int(),
  comments: z.int(),
  preparedIn: z.uuid().nullable(),
}).meta({ id: 'WaitingItem' });
export type WaitingItem = z.infer<typeof WaitingItem>;

const limit = z.coerce.number().int().min(1).max(50).default(20);
const deskRefusals = [
  'consultation-not-found',
  'response-not-found',
  'response-published',
  'sign-in-required',
  'role-required',
  'second-factor-required',
] as const;

export const listWaiting = route({
  method: 'GET',
  path: '/consultations/:consultationId/waiting',
  summary: 'List contributions that wait for an answer, most urgent first',
  query: z.object({ cursor: cursorOf('instant', 'id').optional(), limit, search: z.string().max(100).optional() }),
  response: pageOf(WaitingItem),
  refusals: ['consultation-not-found', 'sign-in-required', 'role-required', 'second-factor-required'],
});

/** The chosen ones of a consultation, for the form that answers them; ids that may not be answered are left out. */
export const listAnswerable = route({
  method: 'GET',
  path: '/consultations/:consultationId/answerable',
  summary: 'Read the contributions that an answer will be about',
  query: z.object({ ids: z.string().regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/) }),
  response: z.object({ items: z.array(ContributionCard) }),
  refusals: ['consultation-not-found', 'sign-in-required', 'role-required', 'second-factor-required'],
});

export const listPrepared = route({
  method: 'GET',
  path: '/consultations/:consultationId/responses/prepared',
  summary: 'List responses that are not yet published',
  query: z.object({ cursor: cursorOf('instant', 'id').optional(), limit }),
  response: pageOf(DeskResponse),
  refusals: [...deskRefusals],
});

export const createResponse = route({
  method: 'POST',
  path: '/consultations/:consultationId/responses',
  summary: 'Prepare an official response',
  request: ResponseInput,
  response: DeskResponse,
  refusals: [...deskRefusals],
});

export const readPrepared = route({
  method: 'GET',
  path: '/responses/:responseId/prepared',
  summary: 'Read a response in preparation',
  response: DeskResponse,
  refusals: [...deskRefusals],
});

export const changeResponse = route({
  method: 'PUT',
  path: '/responses/:responseId',
  summary: 'Change a response in preparation',
  request: ResponseInput,
  response: DeskResponse,
  refusals: [...deskRefusals],
});

export const removeResponse = route({
  method: 'DELETE',
  path: '/responses/:responseId',
  summary: 'Throw a response in preparation away',
  refusals: [...deskRefusals],
});

export const markReady = route({
  method: 'POST',
  path: '/responses/:responseId/ready',
  summary: 'Say that a response is ready to be published, or not yet',
  request: body({ ready: z.boolean() }),
  response: DeskResponse,
  refusals: [...deskRefusals],
});

/** All of them, or none: each must be ready and of this consultation. */
export const publishResponses = route({
  method: 'POST',
  path: '/consultations/:consultationId/responses/publish',
  summary: 'Publish responses together',
  request: body({ responseIds: z.array(uuid).min(1).max(200) }),
  response: z.object({ published: z.int(), contributions: z.int() }),
  refusals: [...deskRefusals, 'response-not-ready', 'consultation-not-published'],
});

export const listAnswers = route({
  method: 'GET',
  path: '/consultations/:consultationId/responses',
  summary: 'What you said, what we decided: published responses, latest first',
  query: z.object({ cursor: cursorOf('instant', 'id').optional(), limit, status: z.enum(answerStatuses).optional() }),
  response: pageOf(AnsweredItem),
  refusals: ['consultation-not-found'],
});

export const readAnswerClock = route({
  method: 'GET',
  path: '/consultations/:consultationId/answer-clock',
  summary: 'The promised delay: answered, waiting and late',
  response: AnswerClockView,
  refusals: ['consultation-not-found'],
});

/** Public contributions that wait, with their promised moment: who is late is seen by everybody. */
export const listAwaited = route({
  method: 'GET',
  path: '/consultations/:consultationId/awaited',
  summary: 'List published contributions without an answer, most urgent first',
  query: z.object({ cursor: cursorOf('instant', 'id').optional(), limit }),
  response: pageOf(WaitingItem.omit({ preparedIn: true })),
  refusals: ['consultation-not-found'],
});

export const readResponsesOf = route({
  method: 'GET',
  path: '/contributions/:contributionId/responses',
  summary: 'The published responses to a contribution, latest first',
  response: z.object({ items: z.array(ResponseView).max(50) }),
  refusals: ['contribution-not-found'],
});

/** Every public commitment of the town, the next due first; done and abandoned ones last. */
export const listCommitments = route({
  method: 'GET',
  path: '/commitments',
  summary: 'List the town’s commitments',
  query: z.object({
    cursor: cursorOf('number', 'day', 'id').optional(),
    limit,
    state: z.enum(commitmentStates).optional(),
    consultation: uuid.optional(),
  }),
  response: pageOf(
    CommitmentView.extend({
      consultation: z.object({ slug: z.string(), title: z.string() }),
      subjects: z.array(ContributionCard),
      subjectCount: z.int(),
    }),
  ),
  refusals: [],
});

const followRefusals = ['commitment-not-found', 'sign-in-required', 'role-required', 'second-factor-required'] as const;

/** A later date needs a reason, which is published with the change. */
export const changeCommitment = route({
  method: 'PATCH',
  path: '/commitments/:commitmentId',
  summary: 'Say how a commitment stands',
  request: body({
    state: z.enum(commitmentStates),
    progress: z.int().min(0).max(100),
    dueOn: plainDate,
    note: text({ max: 2_000, lines: 'many' }),
  }),
  response: CommitmentView,
  refusals: [...followRefusals],
});

export const addMilestone = route({
  method: 'POST',
  path: '/commitments/:commitmentId/milestones',
  summary: 'Add a step to a commitment',
  request: milestoneInput,
  response: CommitmentView,
  refusals: [...followRefusals, 'too-many-milestones'],
});

export const changeMilestone = route({
  method: 'PATCH',
  path: '/commitments/:commitmentId/milestones/:milestoneId',
  summary: 'Mark a step as done, or change its date',
  request: body({ dueOn: plainDate, doneOn: plainDate.nullable(), note: text({ max: 1_000, lines: 'many' }) }),
  response: CommitmentView,
  refusals: [...followRefusals, 'milestone-not-found'],
});
