export { BackupModule } from './backup.module.ts';
export { backup, erasuresFile, type Installation } from './backup.ts';
export { RestoreRefused, restore } from './restore.ts';
