export { ModerationModule } from './moderation.module.ts';
export { readPlaces } from './places.queries.ts';
export { decideContribution, type NewDecision } from './decide-contribution.ts';
