export { ModerationModule } from './moderation.module.ts';
export { readFigures } from './register.queries.ts';
