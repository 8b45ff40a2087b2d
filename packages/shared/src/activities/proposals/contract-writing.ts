import { z } from 'zod';
import { body, fileId, geoPoint, richText, slug, text, timestamp, uuid } from '../../contracts/fields.ts';
import { route } from '../../contracts/route.ts';
import { maxBody, maxTitle, Permission, PictureView, PlaceView } from './contract.ts';

/** What people write. A place asked for may be a point or words; a point outside the territory is taken, for the neighbours' station matters too: the form says so. */
const fields = {
  title: text({ min: 4, max: maxTitle }),
  bodyHtml: richText({ min: 1, max: maxBody }),
  categoryId: slug.nullable().default(null),
  areaId: slug.nullable().default(null),
  point: geoPoint.nullable().default(null),
  address: text({ max: 200 }).default(''),
  pictures: z
    .array(z.strictObject({ fileId, alt: text({ min: 1, max: 300 }) }))
    .max(6)
    .default([]),
};

export const ProposalReceipt = z
  .object({ id: z.uuid(), number: z.int(), slug: z.string(), publication: z.enum(['pending', 'published']), revision: z.int() })
  .meta({ id: 'ProposalReceipt' });
export type ProposalReceipt = z.infer<typeof ProposalReceipt>;

const toWrite = ['sign-in-required', 'activity-not-found', 'phase-closed', 'level-too-low'] as const;

/** `draftId` names a draft of the author, which becomes the proposal. Published at once, or pending where the activity is moderated before. */
export const submitProposal = route({
  method: 'POST',
  path: '/activities/:activityId/proposals',
  summary: 'Deposit a proposal',
  request: body({ ...fields, draftId: uuid.nullable().default(null) }),
  response: ProposalReceipt,
  refusals: [...toWrite, 'contribution-not-found'],
});

const draftFields = {
  title: text({ max: maxTitle }).default(''),
  bodyHtml: richText({ max: maxBody }).default(''),
  categoryId: fields.categoryId,
  areaId: fields.areaId,
  point: fields.point,
  address: fields.address,
  pictures: z
    .array(z.strictObject({ fileId, alt: text({ max: 300 }) }))
    .max(6)
    .default([]),
};

/** What its author has written so far; nobody else sees it. */
export const ProposalDraft = z
  .object({
    id: z.uuid(),
    activityId: z.uuid(),
    title: z.string(),
    bodyHtml: z.string(),
    categoryId: z.string().nullable(),
    areaId: z.string().nullable(),
    place: PlaceView,
    pictures: z.array(PictureView),
    updatedAt: timestamp,
  })
  .meta({ id: 'ProposalDraft' });
export type ProposalDraft = z.infer<typeof ProposalDraft>;

export const createDraft = route({
  method: 'POST',
  path: '/activities/:activityId/proposal-drafts',
  summary: 'Begin a draft',
  request: body(draftFields),
  response: ProposalDraft,
  refusals: [...toWrite, 'too-many-drafts'],
});
export const listDrafts = route({
  method: 'GET',
  path: '/activities/:activityId/proposal-drafts',
  summary: 'My drafts, latest first, at most 20',
  response: z.object({ items: z.array(ProposalDraft) }),
  refusals: ['sign-in-required', 'activity-not-found'],
});
export const saveDraft = route({
  method: 'PUT',
  path: '/proposal-drafts/:contributionId',
  summary: 'Save a draft',
  request: body(draftFields),
  response: ProposalDraft,
  refusals: ['sign-in-required', 'contribution-not-found', 'author-only'],
});
export const discardDraft = route({
  method: 'DELETE',
  path: '/proposal-drafts/:contributionId',
  summary: 'Throw a draft away',
  refusals: ['sign-in-required', 'contribution-not-found', 'author-only'],
});

/** What an author may change, with the revision that was read. */
export const EditableProposal = ProposalDraft.omit({ updatedAt: true })
  .extend({
    number: z.int(),
    slug: z.string(),
    revision: z.int(),
    settings: z.record(z.string(), z.unknown()),
    title: z.string(),
    edit: Permission,
    consultation: z.object({ slug: z.string(), title: z.string() }),
    activity: z.object({ slug: z.string(), title: z.string() }),
  })
  .meta({ id: 'EditableProposal' });
export type EditableProposal = z.infer<typeof EditableProposal>;
export const readEditableProposal = route({
  method: 'GET',
  path: '/proposals/:contributionId/text',
  summary: 'Read a proposal to edit it',
  response: EditableProposal,
  refusals: ['sign-in-required', 'contribution-not-found', 'author-only'],
});

/** `revision` is the one that was read: when somebody has edited since, nothing is overwritten. Where moderation comes before, the new text waits for it. */
export const editProposal = route({
  method: 'PUT',
  path: '/proposals/:contributionId',
  summary: 'Edit a proposal',
  request: body({ ...fields, revision: z.int().positive(), reason: text({ max: 300 }).default('') }),
  response: ProposalReceipt,
  refusals: [
    'sign-in-required',
    'contribution-not-found',
    'author-only',
    'contribution-ended',
    'contribution-locked',
    'phase-closed',
    'changed-meanwhile',
  ],
});

/** The page stays, with the reason. */
export const withdrawProposal = route({
  method: 'POST',
  path: '/proposals/:contributionId/withdrawal',
  summary: 'Withdraw a proposal',
  request: body({ reason: text({ min: 1, max: 1_000, lines: 'many' }) }),
  refusals: ['sign-in-required', 'contribution-not-found', 'author-only', 'contribution-ended'],
});
