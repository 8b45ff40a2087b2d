import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { Cron, Task } from '../../platform/jobs/index.ts';
import { deleteOldPaperPeople } from './paper-people.queries.ts';

/** Retention: names from paper are forgotten when they are no longer needed to count a person once. */
@Injectable()
export class PaperJobs {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Task('paper.forget')
  @Cron('50 3 * * *')
  forget(): Promise<void> {
    return deleteOldPaperPeople(this.db);
  }
}
