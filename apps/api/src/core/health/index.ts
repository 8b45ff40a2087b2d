export { Health } from './health.ts';
export { HealthModule } from './health.module.ts';
export { healthMiddleware } from './health.middleware.ts';
