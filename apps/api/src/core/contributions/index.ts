export { activityFacts, contributionFacts } from './contribution.facts.ts';
export type { ActivityFactsRow, ContributionFactsRow } from './contribution-facts.queries.ts';
export {
  authorOnly,
  mayActOn,
  mayBegin,
  maySee,
  maySeeActivity,
  refusalToAct,
  seesConsultation,
  seesContribution,
} from './contribution.policy.ts';
export * from './contributions.errors.ts';
export {
  insertContribution,
  insertRevision,
  lockContribution,
  publicActorName,
  readHistory,
  takeNumbers,
  updateContribution,
} from './contributions.queries.ts';
export type { NewContribution } from './contributions.queries.ts';
export { readOwnRestriction, restrictionJoin } from './own-restriction.queries.ts';
export { answerDueSql } from './answer-due.queries.ts';
export { readContributionCards } from './contribution-cards.queries.ts';
export { ContributionsModule } from './contributions.module.ts';
export { Readers, isPublic } from './readers.ts';
export { insertContributions, insertFirstRevisions } from './bulk.queries.ts';
export { holdsPreview, shownTo } from './preview.ts';
