export { activityFacts, contributionFacts } from './contribution.facts.ts';
export type { ActivityFactsRow, ContributionFactsRow, OpeningRow } from './contribution-facts.queries.ts';
export { authorOnly, isStaff, mayActOn, mayBegin, maySee, maySeeActivity, refusalToAct, seesConsultation, seesContribution } from './contribution.policy.ts';
export * from './contributions.errors.ts';
export { insertContribution, insertRevision, lockContribution, readHistory, takeNumbers, updateContribution } from './contributions.queries.ts';
export type { ContributionChange, HistoryEntryRow, NewContribution, NewRevision } from './contributions.queries.ts';
export { readContributionCards } from './contribution-cards.queries.ts';
export { ContributionsModule } from './contributions.module.ts';
export { Readers, isPublic, type ReadFacts } from './readers.ts';
