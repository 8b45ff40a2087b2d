export { SupportsModule } from './supports.module.ts';
export { SupportsService, type OwnSupport } from './supports.service.ts';
export { maySupport } from './supports.policy.ts';
export { readOwnSupportsVersion } from './supports.queries.ts';
export { SupportPaces } from './support-paces.ts';
export { supportPace } from './support-paces.queries.ts';
