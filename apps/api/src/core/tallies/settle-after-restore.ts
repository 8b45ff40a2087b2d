import type { Database } from '../../platform/database/index.ts';
import { forgetSnapshots, readTowns, readUnsettled } from './recount.queries.ts';
import { lockTallies, recountSupports } from './tallies.queries.ts';

/**
 * Makes tallies fit the cluster that they were restored into, whose transactions are counted anew: what old recounts saw means nothing
 * there, so whatever still has unread events is counted again from its rows, and those events are known to be in it.
 */
export async function settleAfterRestore(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await lockTallies(tx);
    await forgetSnapshots(tx);
    for (const town of await readTowns(tx)) await recountSupports(tx, town, [...(await readUnsettled(tx, town))].sort());
  });
}
