export { TalliesModule } from './tallies.module.ts';
export { TallyJob } from './tally-job.ts';
export { readDiffering } from './recount.queries.ts';
export { peopleOf, slotOf, withOneMore } from './people.ts';
export { settleAfterRestore } from './settle-after-restore.ts';
export {
  consumer as tallyConsumer,
  insertTallies,
  lockTallies,
  readActivityVersion,
  recountSupports,
  updateTallyPlace,
} from './tallies.queries.ts';
