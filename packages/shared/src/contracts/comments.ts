import { z } from 'zod';
import { channels, moderationStates, publicationStates, stances } from '../rules/words.ts';
import { AuthorView, PlaceOnly } from './contributions.ts';
import { body, cursorOf, pageOf, text, timestamp, uuid } from './fields.ts';
import { OwnRestriction } from './moderation.ts';
import { route } from './route.ts';

/** Code points of a comment. */
export const commentMaxLength = 3_000;
/** Minutes after publication in which the author may still change a comment; each change is a revision that everybody can read. */
export const editWindowMinutes = 15;
/** Arguments of each side in the first view, and in each further page. */
export const sidePageSize = 10;
/** Replies shown below an argument before somebody asks for more. */
export const repliesShown = 3;

/** What a reader may do to a comment now. */
export const commentActs = ['reply', 'edit', 'withdraw', 'flag'] as const;
export type CommentAct = (typeof commentActs)[number];

/** One reply: the second and last level. */
export const ReplyView = z
  .object({
    id: z.uuid(),
    parentId: z.uuid().nullable(),
    stance: z.enum(stances),
    /** Plain text; '' where only the place is left. */
    text: z.string(),
    author: AuthorView,
    /** The author of the comment also wrote what is commented on. */
    isSubjectAuthor: z.boolean(),
    /** The office of an elected official or agent who answers, such as « adjointe aux mobilités »; null for everybody else. */
    officialTitle: z.string().nullable(),
    channel: z.enum(channels),
    publication: z.enum(publicationStates),
    moderation: z.enum(moderationStates),
    revision: z.int(),
    /** The rule and the reason, where a moderator took the words away. */
    place: PlaceOnly.nullable(),
    /** An agent entered it from paper by mistake and cancelled it: why, and when. */
    mistake: z.object({ reason: z.string(), at: timestamp }).nullable(),
    isPlaceOnly: z.boolean(),
    publishedAt: timestamp.nullable(),
    /** When the shown revision was written, if it is not the first. */
    editedAt: timestamp.nullable(),
    isMine: z.boolean(),
    allowed: z.array(z.enum(commentActs)),
  })
  .meta({ id: 'ReplyView' });
export type ReplyView = z.infer<typeof ReplyView>;

/** One's own comment that nobody else reads, with the decision that restricts it. */
export const OwnComment = ReplyView.extend({ restriction: OwnRestriction.nullable() }).meta({ id: 'OwnComment' });
export type OwnComment = z.infer<typeof OwnComment>;

/** An argument or remark with its first replies; `repliesCursor` leads to the others. */
export const CommentView = ReplyView.extend({
  replyCount: z.int().nonnegative(),
  replies: z.array(ReplyView),
  repliesCursor: z.string().nullable(),
}).meta({ id: 'CommentView' });
export type CommentView = z.infer<typeof CommentView>;

/** How arguments are ordered within their side; replies are always oldest first. */
export const commentSorts = ['oldest', 'replied'] as const;
export type CommentSort = (typeof commentSorts)[number];

const Side = pageOf(CommentView);

/** The debate about a contribution, its two sides in balance: as many of each. */
export const Debate = z
  .object({
    /** Comments that can be read, replies included in `total`; `for`, `against` and `neutral` count the first level. */
    counts: z.object({ total: z.int(), for: z.int(), against: z.int(), neutral: z.int() }),
    for: Side,
    against: Side,
    neutral: Side,
    /** The reader's own comments that only he or she sees: waiting, refused, hidden, to be corrected, or withdrawn. */
    mine: z.array(OwnComment),
    /** Whether the reader may comment now; otherwise the code and the sentence of the refusal. */
    mayComment: z.boolean(),
    refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
    /** Comments are read by a moderator before they are published. */
    moderatedBefore: z.boolean(),
    /** The sides begin at the comment that was asked for, which is not on the first page. */
    startsLater: z.boolean(),
  })
  .meta({ id: 'Debate' });
export type Debate = z.infer<typeof Debate>;

const sort = z.enum(commentSorts).default('oldest');

export const readDebate = route({
  method: 'GET',
  path: '/contributions/:contributionId/comments',
  summary: 'The first arguments of each side, in balance, with their first replies',
  query: z.object({ sort, comment: uuid.optional() }),
  response: Debate,
  refusals: ['contribution-not-found'],
});

export const readSide = route({
  method: 'GET',
  path: '/contributions/:contributionId/comments/side',
  summary: 'More arguments of one side',
  query: z.object({ stance: z.enum(stances), sort, cursor: cursorOf('number', 'id') }),
  response: Side,
  refusals: ['contribution-not-found'],
});

export const readReplies = route({
  method: 'GET',
  path: '/contributions/:contributionId/replies',
  summary: 'More replies to a comment',
  query: z.object({ cursor: cursorOf('id').optional() }),
  response: pageOf(ReplyView),
  refusals: ['contribution-not-found'],
});

export const addComment = route({
  method: 'POST',
  path: '/contributions/:contributionId/comments',
  summary: 'Comment on a contribution, or reply to a comment on it',
  request: body({
    text: text({ min: 1, max: commentMaxLength, lines: 'many' }),
    stance: z.enum(stances).default('neutral'),
    parentId: uuid.nullable().default(null),
  }),
  response: ReplyView,
  refusals: [
    'sign-in-required',
    'contribution-not-found',
    'contribution-ended',
    'contribution-locked',
    'phase-closed',
    'level-too-low',
    'not-offered',
    'reply-too-deep',
  ],
});

export const editComment = route({
  method: 'PATCH',
  path: '/comments/:contributionId',
  summary: 'Change one’s own comment, within 15 minutes or when a moderator asked for a correction',
  request: body({ text: text({ min: 1, max: commentMaxLength, lines: 'many' }), revision: z.int().positive() }),
  response: ReplyView,
  refusals: [
    'sign-in-required',
    'contribution-not-found',
    'author-only',
    'contribution-ended',
    'contribution-locked',
    'edit-window-over',
    'changed-meanwhile',
  ],
});

export const withdrawComment = route({
  method: 'POST',
  path: '/comments/:contributionId/withdrawal',
  summary: 'Withdraw one’s own comment; its place stays',
  response: ReplyView,
  refusals: ['sign-in-required', 'contribution-not-found', 'author-only', 'contribution-ended'],
});

export const readCommentVersions = route({
  method: 'GET',
  path: '/comments/:contributionId/versions',
  summary: 'Every published version of a comment, oldest first',
  response: z.object({ versions: z.array(z.object({ revision: z.int(), text: z.string(), editedAt: timestamp })) }),
  refusals: ['contribution-not-found'],
});
