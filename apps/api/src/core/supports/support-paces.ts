import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { Cron, Every, Task } from '../../platform/jobs/index.ts';
import { followConsumer } from '../log/index.ts';
import { tallyConsumer } from '../tallies/index.ts';
import { addPaces, deleteOldPaces, pauseHasty } from './support-paces.queries.ts';

/**
 * The limit on supports of an account, which no request pays for: how fast people act is counted from the outbox some seconds later, and
 * who was too fast has a time to wait written on the participant, which the statement that decides a support reads anyway.
 */
@Injectable()
export class SupportPaces {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Counts what the tallies have counted since the last run. */
  @Every(3_000)
  async count(): Promise<void> {
    await followConsumer(this.db, 'support-paces', tallyConsumer, async (tx, span) => {
      await addPaces(tx, span);
      await pauseHasty(tx, span);
    });
  }

  @Task('supports.forget-paces')
  @Cron('25 * * * *')
  forget(): Promise<void> {
    return deleteOldPaces(this.db);
  }
}
