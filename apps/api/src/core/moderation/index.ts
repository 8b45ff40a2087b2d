export { ModerationModule } from './moderation.module.ts';
export { readFigures } from './register.queries.ts';
export { readPlaces } from './places.queries.ts';
export { decideContribution, type NewDecision } from './decide-contribution.ts';
