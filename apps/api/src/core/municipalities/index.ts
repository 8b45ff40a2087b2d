export { MunicipalitiesModule } from './municipalities.module.ts';
export { TownDirectory } from './town-directory.ts';
