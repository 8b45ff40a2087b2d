export { ImportsModule } from './imports.module.ts';
export { ImportRunner } from './import-runner.ts';
export { importCommand } from './import-command.ts';
