import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { Cron, Task } from '../../platform/jobs/index.ts';
import { deleteDraft, readOldDrafts } from './proposals.queries.ts';

/** Retention of drafts: what nobody has touched for a year is forgotten; nothing of it was ever published. */
@Injectable()
export class DraftsJobs {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Task('proposals.forget-drafts')
  @Cron('50 3 * * *')
  async forgetOld(): Promise<void> {
    for (const draft of await readOldDrafts(this.db))
      await this.db.transaction((tx) => deleteDraft(tx, draft.municipality_id, draft.id, draft.participant_id));
  }
}
