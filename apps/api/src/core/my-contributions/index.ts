export { MyContributionsModule } from './my-contributions.module.ts';
