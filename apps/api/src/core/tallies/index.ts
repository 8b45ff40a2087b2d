export { TalliesModule } from './tallies.module.ts';
export { TallyJob, type TallyHealth } from './tally-job.ts';
export { readDiffering } from './recount.queries.ts';
export { peopleOf, slotOf, withOneMore, type LevelCounts } from './people.ts';
export { insertTallies, readActivityVersion, readGroupTargets, recountSupports, refreshTallies, updateTallyPlace, type NewTally } from './tallies.queries.ts';
