export { ActivitiesModule } from './activities.module.ts';
export { ActivityRegistry } from './activity-registry.ts';
export type { ActivityRoom, ExportTable } from './activity-room.ts';
