export { ResponsesModule } from './responses.module.ts';
export { ResponsesService } from './responses.service.ts';
export { readAnswersTo } from './response-rows.queries.ts';
export { responseView } from './response-view.ts';
export { readClock } from './answer-clock.queries.ts';
