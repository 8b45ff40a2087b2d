export { OpenDataModule } from './open-data.module.ts';
