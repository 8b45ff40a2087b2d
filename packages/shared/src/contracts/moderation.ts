import { z } from 'zod';
import { decisionActs, flagGrounds, moderationStates, stances } from '../rules/words.ts';
import { ContributionCard } from './contributions.ts';
import { body, cursorOf, pageOf, text, timestamp, uuid } from './fields.ts';
import { ModerationRule } from './legal.ts';
import { route } from './route.ts';

/** Code points of the reasons that moderators write and of the words of those who appeal. */
export const reasonMaxLength = 2_000;
/** Minutes for which a content is kept for the moderator who opened it. */
export const claimMinutes = 15;
/** Decisions of one go over contents with the same words. */
export const maxSimilar = 50;

/** Why a content waits for a moderator. */
export const waitingReasons = ['flagged', 'pending', 'corrected', 'appeal', 'opinion'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

const Claim = z.object({ by: z.string(), isMine: z.boolean(), until: timestamp });

/** One line of the queue. `similar` counts the waiting contents with the same words, this one included; `ids` are theirs. */
export const QueueLine = z
  .object({
    reason: z.enum(waitingReasons),
    since: timestamp,
    card: ContributionCard,
    flags: z.int().nonnegative(),
    grounds: z.array(z.enum(flagGrounds)),
    similar: z.int().positive(),
    claim: Claim.nullable(),
    /** False for what the reader wrote, and for appeals against the reader's own decision. */
    isForMe: z.boolean(),
  })
  .meta({ id: 'QueueLine' });
export type QueueLine = z.infer<typeof QueueLine>;

/** What waits, oldest first, with how much waits for each reason. */
export const Queue = pageOf(QueueLine)
  .extend({
    counts: z.object({ flagged: z.int(), pending: z.int(), corrected: z.int(), appeal: z.int(), opinion: z.int() }),
    /** Where and of which kinds something waits, for the filters. */
    consultations: z.array(z.object({ id: z.uuid(), title: z.string() })),
    kinds: z.array(z.string()),
  })
  .meta({ id: 'ModerationQueue' });
export type Queue = z.infer<typeof Queue>;

/** One decision as the desk and its author see it; `decidedBy` is the staff's only, '' otherwise. */
export const DecisionView = z
  .object({
    id: z.uuid(),
    act: z.enum(decisionActs),
    rule: ModerationRule.extend({ version: z.int() }),
    reason: z.string(),
    revision: z.int(),
    decidedAt: timestamp,
    decidedBy: z.string(),
    isAppeal: z.boolean(),
  })
  .meta({ id: 'DecisionView' });
export type DecisionView = z.infer<typeof DecisionView>;

/** An appeal with the decision that it contests. */
export const AppealView = z
  .object({
    id: z.uuid(),
    text: z.string(),
    createdAt: timestamp,
    decisionId: z.uuid(),
    contestedBy: z.string(),
    /** Whether the reader may settle it: whoever decided may not. */
    isForMe: z.boolean(),
    settledAt: timestamp.nullable(),
  })
  .meta({ id: 'AppealView' });
export type AppealView = z.infer<typeof AppealView>;

/** What restricts one's own contribution at present, for its author: the decision, the appeal against it, and whether one is still possible. */
export const OwnRestriction = z
  .object({ decision: DecisionView, appeal: AppealView.pick({ createdAt: true, settledAt: true }).nullable(), mayAppeal: z.boolean() })
  .meta({ id: 'OwnRestriction' });
export type OwnRestriction = z.infer<typeof OwnRestriction>;

/** A content around the one that is judged: what it is about, what it answers, what answers it. */
export const AroundView = z.object({
  id: z.uuid(),
  role: z.enum(['subject', 'parent', 'reply', 'sibling']),
  author: z.string(),
  text: z.string(),
  publishedAt: timestamp.nullable(),
  moderation: z.enum(moderationStates),
});
export type AroundView = z.infer<typeof AroundView>;

/** Everything that a moderator needs to decide about one content, of whatever kind. */
export const ModerationCase = z
  .object({
    card: ContributionCard,
    /** The whole text of the current revision. */
    text: z.string(),
    stance: z.enum(stances).nullable(),
    reasons: z.array(z.enum(waitingReasons)),
    pictures: z.array(z.object({ url: z.string(), alt: z.string() })),
    /** The version before a correction, to compare with. */
    previousText: z.string().nullable(),
    around: z.array(AroundView),
    flags: z.array(
      z.object({
        id: z.uuid(),
        ground: z.enum(flagGrounds),
        text: z.string(),
        createdAt: timestamp,
        hasAccount: z.boolean(),
        isOpen: z.boolean(),
      }),
    ),
    decisions: z.array(DecisionView),
    appeal: AppealView.nullable(),
    notes: z.array(
      z.object({ id: z.uuid(), author: z.string(), text: z.string(), asksOpinion: z.boolean(), isOpen: z.boolean(), createdAt: timestamp }),
    ),
    author: z.object({
      contributions: z.int(),
      removed: z.int(),
      latest: z.array(ContributionCard),
      decisions: z.array(z.object({ act: z.enum(decisionActs), ruleTitle: z.string(), decidedAt: timestamp })),
    }),
    similar: z.array(z.object({ id: z.uuid(), author: z.string(), path: z.string() })),
    claim: Claim.nullable(),
    rules: z.object({ version: z.int(), rules: z.array(ModerationRule) }).nullable(),
    /** Decisions that are possible in the content's states; empty when the reader may not decide. */
    possible: z.array(z.enum(decisionActs)),
    refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
  })
  .meta({ id: 'ModerationCase' });
export type ModerationCase = z.infer<typeof ModerationCase>;

const staff = ['sign-in-required', 'role-required', 'second-factor-required'] as const;
const onContribution = [...staff, 'contribution-not-found', 'own-contribution'] as const;
const reason = text({ min: 10, max: reasonMaxLength, lines: 'many' });
const rule = body({ version: z.int().positive(), number: z.int().positive() });

export const readQueue = route({
  method: 'GET',
  path: '/moderation/queue',
  summary: 'What waits for a moderator, of every kind, oldest first',
  query: z.object({
    reason: z.enum(waitingReasons).optional(),
    consultation: uuid.optional(),
    kind: z.string().max(40).optional(),
    ground: z.enum(flagGrounds).optional(),
    olderThanHours: z.coerce.number().int().min(1).max(10_000).optional(),
    cursor: cursorOf('instant', 'id').optional(),
  }),
  response: Queue,
  refusals: staff,
});

export const readCase = route({
  method: 'GET',
  path: '/moderation/contributions/:contributionId',
  summary: 'A content with its context, for a moderator',
  response: ModerationCase,
  refusals: [...staff, 'contribution-not-found'],
});

export const decide = route({
  method: 'POST',
  path: '/moderation/contributions/:contributionId/decisions',
  summary: 'Decide about a content, citing a rule and giving a written reason',
  request: body({
    act: z.enum(decisionActs),
    rule,
    reason,
    /** The revision that was read; a newer one is not decided unseen. */
    revision: z.int().positive(),
    /** Waiting contents with the same words that the decision also meets; those that changed meanwhile are passed over. */
    also: z
      .array(uuid)
      .max(maxSimilar - 1)
      .default([]),
    /** Decide although a colleague has it open. */
    takeOver: z.boolean().default(false),
  }),
  response: z.object({ decided: z.array(z.uuid()), passedOver: z.int() }),
  refusals: [...onContribution, 'changed-meanwhile', 'decision-not-possible', 'rules-changed', 'claimed-by-another'],
});

export const claimContribution = route({
  method: 'POST',
  path: '/moderation/contributions/:contributionId/claim',
  summary: 'Keep a content for oneself for a quarter of an hour',
  request: body({ takeOver: z.boolean().default(false) }),
  response: Claim,
  refusals: [...staff, 'contribution-not-found', 'claimed-by-another'],
});

export const releaseContribution = route({
  method: 'DELETE',
  path: '/moderation/contributions/:contributionId/claim',
  summary: 'Leave a content to others',
  refusals: [...staff, 'contribution-not-found'],
});

export const addModerationNote = route({
  method: 'POST',
  path: '/moderation/contributions/:contributionId/notes',
  summary: 'Leave a note to colleagues, or ask their opinion',
  request: body({ text: text({ min: 1, max: reasonMaxLength, lines: 'many' }), asksOpinion: z.boolean().default(false) }),
  refusals: [...staff, 'contribution-not-found'],
});

export const settleAppeal = route({
  method: 'POST',
  path: '/moderation/appeals/:appealId/settlement',
  summary: 'Decide an appeal against a colleague’s decision',
  request: body({ outcome: z.enum(['upheld', 'overturned']), rule, reason }),
  response: z.object({ decisionId: z.uuid() }),
  refusals: [...staff, 'appeal-not-found', 'another-moderator', 'own-contribution', 'appeal-settled', 'rules-changed'],
});

/** The statement of reasons of a decision, for the author of the content. Source: Digital Services Act, article 17. */
export const StatementView = z
  .object({
    decision: DecisionView,
    card: ContributionCard,
    text: z.string(),
    /** Whether it followed flags or the town's own initiative. */
    followedFlags: z.boolean(),
    appeal: z.object({ text: z.string(), createdAt: timestamp, outcome: DecisionView.nullable() }).nullable(),
    mayAppeal: z.boolean(),
    refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
    appealUntil: timestamp,
  })
  .meta({ id: 'StatementView' });
export type StatementView = z.infer<typeof StatementView>;

export const readStatement = route({
  method: 'GET',
  path: '/decisions/:decisionId',
  summary: 'The statement of reasons, for the author',
  response: StatementView,
  refusals: ['sign-in-required', 'decision-not-found'],
});

export const appealDecision = route({
  method: 'POST',
  path: '/decisions/:decisionId/appeals',
  summary: 'Appeal once against a decision; another moderator decides',
  request: body({ text: text({ min: 10, max: reasonMaxLength, lines: 'many' }) }),
  response: StatementView,
  refusals: ['sign-in-required', 'decision-not-found', 'not-appealable', 'already-appealed', 'appeal-too-late'],
});
