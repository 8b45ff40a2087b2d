export { MunicipalitiesModule } from './municipalities.module.ts';
export { TownDirectory } from './town-directory.ts';
export { readTownView } from './town-view.queries.ts';
