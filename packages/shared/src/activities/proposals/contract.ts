import { z } from 'zod';
import { AuthorView, ContributionStates, PeopleByLevel, PlaceOnly } from '../../contracts/contributions.ts';
import { body, cursor, pageOf, slug, text, timestamp, uuid } from '../../contracts/fields.ts';
import { OwnRestriction } from '../../contracts/moderation.ts';
import { ResponseView } from '../../contracts/responses.ts';
import { route } from '../../contracts/route.ts';
import { statuses } from '../../rules/words.ts';

/** Code points of a title, which must fit a list and a tab. */
export const maxTitle = 140;
/** Code points of a body whatever the settings say; the activity's own `maxLength` may be less. */
export const maxBody = 20_000;
/** Points that one map shows; more are left out, and the answer says so. */
export const maxPoints = 2_000;

/** The orders of a list. `random` is the visitor's own and stays; `relevance` needs words that are searched. */
export const proposalSorts = ['random', 'supported', 'recent', 'discussed', 'relevance'] as const;
export type ProposalSort = (typeof proposalSorts)[number];

/** A picture as answers show it; `url` begins at the root of the host and takes `?w=400` or `?w=960`. */
export const PictureView = z
  .object({ fileId: z.uuid(), url: z.string(), alt: z.string(), width: z.int().nullable(), height: z.int().nullable() })
  .meta({ id: 'PictureView' });
export type PictureView = z.infer<typeof PictureView>;

/** Where something is meant to be: a point, words for it, or both. */
export const PlaceView = z.object({ point: z.object({ lon: z.number(), lat: z.number() }).nullable(), address: z.string() });

/** What may be done, and if not, the code of the refusal that the act would meet. */
export const Permission = z.object({ allowed: z.boolean(), reason: z.string().nullable() });
export type Permission = z.infer<typeof Permission>;

/** A proposal in a list. `supports` counts people; `mine` is the reader's own support. `answer` is the town's latest, in short. */
export const ProposalCard = z
  .object({
    id: z.uuid(),
    number: z.int(),
    slug: z.string(),
    title: z.string(),
    excerpt: z.string(),
    categoryId: z.string().nullable(),
    areaId: z.string().nullable(),
    address: z.string(),
    status: z.enum(statuses),
    publishedAt: timestamp,
    author: AuthorView,
    channel: z.string(),
    supports: z.int().nonnegative(),
    people: PeopleByLevel,
    mine: z.boolean(),
    comments: z.int().nonnegative(),
    support: Permission,
    picture: PictureView.nullable(),
    answer: z.object({ status: z.enum(statuses), excerpt: z.string() }).nullable(),
  })
  .meta({ id: 'ProposalCard' });
export type ProposalCard = z.infer<typeof ProposalCard>;

const filters = {
  q: text({ max: 120 }).optional(),
  category: slug.optional(),
  status: z.enum(statuses).optional(),
  area: slug.optional(),
  answered: z.enum(['yes', 'no']).optional(),
};

/** `sort` is the order in which the page is, also where none was asked; `total` counts all that the filters let through, at most 2,000 for a search. */
export const ProposalPage = pageOf(ProposalCard)
  .extend({
    total: z.int().nonnegative(),
    sort: z.enum(proposalSorts),
    categories: z.array(z.object({ id: z.string(), name: z.string(), count: z.int().nonnegative() })),
    areas: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'ProposalPage' });
export type ProposalPage = z.infer<typeof ProposalPage>;

/** Without `sort`, or with `supported` where supports are off: relevance for a search, else random while supports are open, most supported after. Its ETag answers 304 without reading a proposal. */
export const listProposals = route({
  method: 'GET',
  path: '/activities/:activityId/proposals',
  summary: 'List and search the proposals of an activity',
  query: z.object({
    ...filters,
    sort: z.enum(proposalSorts).optional(),
    cursor: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  response: ProposalPage,
  refusals: ['activity-not-found'],
});

/** GeoJSON points of the proposals that have a place; at most 2,000, most supported first; `total` counts those with a place. */
export const mapProposals = route({
  method: 'GET',
  path: '/activities/:activityId/proposals/map',
  summary: 'The proposals of an activity on the map',
  query: z.object(filters),
  response: z.object({
    type: z.literal('FeatureCollection'),
    total: z.int().nonnegative(),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.uuid(),
        geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
        properties: z.object({
          number: z.int(),
          slug: z.string(),
          title: z.string(),
          status: z.enum(statuses),
          categoryId: z.string().nullable(),
          supports: z.int(),
        }),
      }),
    ),
  }),
  refusals: ['activity-not-found'],
});

/** A proposal that says something alike: shown while a title is typed, so that people support it instead. */
export const SimilarProposal = ProposalCard.pick({
  id: true,
  number: true,
  slug: true,
  title: true,
  status: true,
  supports: true,
  mine: true,
  support: true,
}).meta({ id: 'SimilarProposal' });
export type SimilarProposal = z.infer<typeof SimilarProposal>;

export const similarProposals = route({
  method: 'GET',
  path: '/activities/:activityId/proposals/similar',
  summary: 'Proposals whose titles are alike, best first, at most five',
  query: z.object({ title: text({ min: 4, max: maxTitle }), besides: uuid.optional() }),
  response: z.object({ items: z.array(SimilarProposal) }),
  refusals: ['activity-not-found'],
});

const Step = z.object({
  kind: z.enum(['deposited', 'studied', 'answered', 'commitment', 'milestone']),
  title: z.string(),
  status: z.enum(statuses).nullable(),
  on: z.string(),
  done: z.boolean(),
});

/** An entry of the public history. `role` is that of who acted; `act` a code: published, revised, withdrawn, merged … */
const HistoryEntry = z.object({ act: z.string(), role: z.string(), actorName: z.string().nullable(), reason: z.string(), at: timestamp });

const Linked = z.object({
  id: z.uuid(),
  number: z.int().nullable(),
  slug: z.string(),
  title: z.string(),
  link: z.string(),
  reason: z.string(),
  madeAt: timestamp,
});

/** Everything that a proposal's page shows, but for its comments. Dates without a time are the town's days. */
export const ProposalView = ProposalCard.omit({ excerpt: true, picture: true, answer: true, channel: true })
  .extend({
    states: ContributionStates,
    bodyHtml: z.string(),
    place: PlaceView,
    pictures: z.array(PictureView),
    categoryName: z.string().nullable(),
    areaName: z.string().nullable(),
    description: z.string(),
    updatedAt: timestamp,
    withdrawnReason: z.string(),
    enteredOnPaper: z.boolean(),
    hidden: PlaceOnly.nullable(),
    /** For its author: what moderation restricts, with the rule, the reason and the appeal; the author still reads the text. */
    restriction: OwnRestriction.nullable(),
    imported: z.array(z.object({ label: z.string(), count: z.int() })),
    /** People of the group, each once, when others were merged into this one; null otherwise. */
    groupPeople: z.int().nullable(),
    mergedInto: Linked.nullable(),
    became: Linked.nullable(),
    mergedFrom: z.array(Linked),
    /** Latest first. `answerDays` lie between the deposit and the latest, by the town's calendar. */
    responses: z.array(ResponseView),
    answerDays: z.int().nullable(),
    history: z.array(HistoryEntry),
    steps: z.array(Step),
    promisedDays: z.int(),
    isMine: z.boolean(),
    /** False in a draft and in a consultation of invited people. */
    isPublic: z.boolean(),
    acts: z.object({ support: Permission, comment: Permission, edit: Permission, withdraw: Permission, merge: Permission }),
    consultation: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
    activity: z.object({
      id: z.uuid(),
      slug: z.string(),
      title: z.string(),
      word: z.string(),
      hasComments: z.boolean(),
      hasSupports: z.boolean(),
      settings: z.record(z.string(), z.unknown()),
    }),
  })
  .meta({ id: 'ProposalView' });
export type ProposalView = z.infer<typeof ProposalView>;

/** By the number that stands in its address for ever. */
export const readProposal = route({
  method: 'GET',
  path: '/proposals/:number',
  summary: 'Read a proposal by its number',
  params: z.object({ number: z.coerce.number().int().min(1).max(2_000_000_000) }),
  response: ProposalView,
  refusals: ['contribution-not-found'],
});

/** One published version, newest first in the list; `text` is plain, for differences. Early edits within the first hour have `early`. */
export const RevisionView = z
  .object({
    revision: z.int(),
    title: z.string(),
    text: z.string(),
    category: z.string(),
    address: z.string(),
    pictures: z.array(z.string()),
    reason: z.string(),
    editedAt: timestamp,
    early: z.boolean(),
  })
  .meta({ id: 'RevisionView' });
export type RevisionView = z.infer<typeof RevisionView>;

export const listRevisions = route({
  method: 'GET',
  path: '/proposals/:number/revisions',
  summary: 'Every version of a proposal, newest first, at most 100',
  params: z.object({ number: z.coerce.number().int().min(1).max(2_000_000_000) }),
  response: z.object({
    id: z.uuid(),
    number: z.int(),
    slug: z.string(),
    title: z.string(),
    items: z.array(RevisionView),
    consultation: z.object({ slug: z.string(), title: z.string() }),
    activity: z.object({ slug: z.string(), title: z.string() }),
  }),
  refusals: ['contribution-not-found'],
});

/** Links two pages: nothing is moved, the group's count is of distinct people. Not into one that was merged itself. */
export const mergeProposal = route({
  method: 'POST',
  path: '/proposals/:contributionId/merge',
  summary: 'Merge a proposal into another one',
  request: body({ into: z.int().positive(), reason: text({ min: 1, max: 1_000, lines: 'many' }) }),
  refusals: [
    'sign-in-required',
    'role-required',
    'second-factor-required',
    'contribution-not-found',
    'contribution-ended',
    'merge-chain',
    'merge-elsewhere',
  ],
});
export const undoMerge = route({
  method: 'DELETE',
  path: '/proposals/:contributionId/merge',
  summary: 'Undo a merge',
  refusals: ['sign-in-required', 'role-required', 'second-factor-required', 'contribution-not-found', 'not-merged'],
});
