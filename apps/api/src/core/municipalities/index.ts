export { MunicipalitiesModule } from './municipalities.module.ts';
export { TownDirectory } from './town-directory.ts';
export { originOf } from './settings.service.ts';
export { areaOf } from './area-of.ts';
export { officialCommune, searchOfficialList } from './communes.ts';
export { insertMunicipality, updateMunicipality, type NewMunicipality } from './create-municipality.queries.ts';
export { setSuspended } from './settings.queries.ts';
export { readTownView } from './town-view.queries.ts';
