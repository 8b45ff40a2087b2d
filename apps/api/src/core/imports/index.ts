export { ImportsModule } from './imports.module.ts';
export { ImportRunner } from './import-runner.ts';
export { findImportActivity, insertImport, moveImport, readFaults, readImport, type ImportRow } from './imports.queries.ts';
export { faultView, importView } from './import-view.ts';
