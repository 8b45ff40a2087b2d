export { ActivitiesModule } from './activities.module.ts';
export { ActivityRegistry } from './activity-registry.ts';
export type { ActivityRoom, ContributionPoint, ExportTable, ImportedText, ImportedTexts, PaperTexts } from './activity-room.ts';
