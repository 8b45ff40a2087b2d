export { ResponsesModule } from './responses.module.ts';
export { ResponsesService } from './responses.service.ts';
