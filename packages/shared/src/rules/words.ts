/**
 * The product's fixed vocabulary: each list is the single place where its codes are written. Codes are stable (they stand in the
 * database, in exports and in addresses); their French and English words stand in message files. What belongs to one way of taking
 * part (its kinds of contribution, its actions) is not here but in packages/shared/src/activities.
 */

/** Languages of the product; the first is the default. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** Where a contribution stands with its author: only `published`, `withdrawn`, `merged` and `erased` have a public place. */
export const publicationStates = ['draft', 'pending', 'published', 'withdrawn', 'merged', 'erased'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** What moderation decided last; `locked` still shows everything and takes no more comments or supports. */
export const moderationStates = ['none', 'correction-asked', 'hidden', 'locked'] as const;
export type ModerationState = (typeof moderationStates)[number];

/** What the town says about a contribution. Labels may be renamed per town, codes stay. */
export const statuses = [
  'submitted',
  'under-study',
  'accepted',
  'accepted-changed',
  'accepted-partly',
  'refused',
  'not-our-powers',
  'done',
] as const;
export type Status = (typeof statuses)[number];

/** Statuses that an official response may give: all but the one that every contribution has from the start. */
export const answerStatuses = [
  'under-study',
  'accepted',
  'accepted-changed',
  'accepted-partly',
  'refused',
  'not-our-powers',
  'done',
] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

/** Roles beside citizen, which every confirmed account is. `operator` belongs to the installation, never to a town. */
export const roles = ['facilitator', 'moderator', 'official', 'administrator', 'operator'] as const;
export type Role = (typeof roles)[number];

/** Roles that an administrator may give in a town. */
export const staffRoles = ['facilitator', 'moderator', 'official', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/**
 * How far a participant's identity was checked, rising: 0 imported (meets no demand), 1 e-mail confirmed, 2 code by post,
 * 3 resident register, 4 identity provider. Paper seen by an agent is a channel that meets every level.
 */
export const levels = [0, 1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];

/** The words of levels in exports and message keys, at the index of the level. */
export const levelCodes = ['imported', 'email', 'post', 'register', 'identity-provider'] as const;
export type LevelCode = (typeof levelCodes)[number];

/** By which door a contribution or act came in. */
export const channels = ['web', 'paper', 'kiosk', 'import', 'api'] as const;
export type Channel = (typeof channels)[number];

/** What stands behind a participant. */
export const sources = ['account', 'mail', 'paper', 'import', 'group', 'town'] as const;
export type Source = (typeof sources)[number];

/** The side that a comment takes. */
export const stances = ['for', 'against', 'neutral'] as const;
export type Stance = (typeof stances)[number];

/** What a phase of the calendar is for; what it opens is said by its openings, not by this word. */
export const phaseKinds = ['information', 'contributions', 'discussion', 'vote', 'response', 'follow-up'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** Life of a consultation; nothing but a draft is ever hidden again. */
export const consultationStates = ['draft', 'published', 'closed', 'archived'] as const;
export type ConsultationState = (typeof consultationStates)[number];

/** Whom a consultation is for: everybody, or the people on its roll. */
export const consultationVisibilities = ['public', 'invited'] as const;
export type ConsultationVisibility = (typeof consultationVisibilities)[number];

/** What a moderator may decide, each citing a rule with a written reason; `publish` and `refuse` end moderation before publication. */
export const decisionActs = ['keep', 'hide', 'restore', 'ask-correction', 'lock', 'unlock', 'publish', 'refuse'] as const;
export type DecisionAct = (typeof decisionActs)[number];

/** Grounds on which anyone may flag a content. */
export const flagGrounds = ['spam', 'insult-hate', 'illegal', 'personal-data', 'off-topic', 'duplicate', 'other'] as const;
export type FlagGround = (typeof flagGrounds)[number];

/** Ties between contributions that copy nothing: counts of a group are of distinct people. */
export const contributionLinks = ['merged-into', 'became'] as const;
export type ContributionLink = (typeof contributionLinks)[number];

/** Life of an official response. */
export const responseStates = ['draft', 'ready', 'published'] as const;
export type ResponseState = (typeof responseStates)[number];

/** Life of a dated commitment of the town. */
export const commitmentStates = ['planned', 'under-way', 'done', 'abandoned'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** Legal pages that every town has; moderation rules are numbered rules of their own. */
export const legalPages = ['legal-notice', 'privacy', 'accessibility', 'terms'] as const;
export type LegalPage = (typeof legalPages)[number];

/** What an uploaded file is for; it decides what is accepted and how it is re-encoded. */
export const filePurposes = ['picture', 'document', 'cover', 'arms', 'scan', 'import', 'territory'] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** Life of an import: staged, checked, then published in one switch. */
export const importStates = ['staging', 'checked', 'publishing', 'published', 'failed', 'discarded'] as const;
export type ImportState = (typeof importStates)[number];
