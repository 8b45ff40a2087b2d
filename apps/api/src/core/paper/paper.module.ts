import { Inject, Injectable, Module } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { Cron, Task } from '../../platform/jobs/index.ts';
import { personalData } from '../participants/index.ts';
import { PaperBatchesService } from './paper-batches.service.ts';
import { PaperCancellationsService } from './paper-cancellations.service.ts';
import { PaperEntriesService } from './paper-entries.service.ts';
import { deleteOldPaperPeople, deletePaperPerson, readPaperPerson } from './paper-people.queries.ts';
import { PaperController } from './paper.controller.ts';

personalData({
  name: 'paper',
  read: (db, { municipalityId, participantId }) => readPaperPerson(db, municipalityId, participantId),
  erase: (tx, { municipalityId, participantId }) => deletePaperPerson(tx, municipalityId, participantId),
});

@Injectable()
class PaperJobs {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Retention of names. */
  @Task('paper.forget') @Cron('50 3 * * *')
  forget(): Promise<void> {
    return deleteOldPaperPeople(this.db);
  }
}

@Module({ controllers: [PaperController], providers: [PaperBatchesService, PaperEntriesService, PaperCancellationsService, PaperJobs] })
export class PaperModule {}
