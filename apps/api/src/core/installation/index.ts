export { InstallationModule } from './installation.module.ts';
export { SetupLinks } from './setup-links.service.ts';
export { municipalityCommand } from './municipality-command.ts';
