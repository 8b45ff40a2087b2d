import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { Cron, Task } from '../../platform/jobs/index.ts';
import { forgetOldModeration } from './retention.queries.ts';

/** Each night, what moderation need not keep goes: expired claims, notes and the words of flags after a year. */
@Injectable()
export class ModerationRetention {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Task('moderation-retention')
  @Cron('25 2 * * *')
  async run(): Promise<void> {
    await forgetOldModeration(this.db);
  }
}
