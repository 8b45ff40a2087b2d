import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { Cron, Task } from '../../platform/jobs/index.ts';
import { deleteExpired } from './retention.queries.ts';

/** Each night, what accounts no longer need goes: retention is part of the promise on the privacy page. */
@Injectable()
export class AccountsRetention {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Task('accounts-retention')
  @Cron('20 2 * * *')
  async run(): Promise<void> {
    await deleteExpired(this.db);
  }
}
