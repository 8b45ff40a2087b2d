export { BadConfiguration, readConfig, type Config } from './config.ts';
export { CONFIG, ConfigModule } from './config.module.ts';
export { projectRoot } from './project-root.ts';
export { refuseTakenPort } from './taken-port.ts';
