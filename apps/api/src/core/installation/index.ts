export { InstallationModule } from './installation.module.ts';
export { SetupLinks } from './setup-links.service.ts';
export { makeTown } from './make-town.ts';
export { municipalityCommand } from './municipality-command.ts';
