import { Module } from '@nestjs/common';
import { personalData } from '../participants/index.ts';
import { PaperBatchesService } from './paper-batches.service.ts';
import { PaperCancellationsService } from './paper-cancellations.service.ts';
import { PaperEntriesService } from './paper-entries.service.ts';
import { deletePaperPerson, readPaperPerson } from './paper-people.queries.ts';
import { PaperController } from './paper.controller.ts';
import { PaperJobs } from './paper.jobs.ts';

personalData({
  name: 'paper',
  read: (db, { municipalityId, participantId }) => readPaperPerson(db, municipalityId, participantId),
  erase: (tx, { municipalityId, participantId }) => deletePaperPerson(tx, municipalityId, participantId),
});

/** Gives nothing by injection; registers what it knows of a person with the registers of data and erasure. */
@Module({ controllers: [PaperController], providers: [PaperBatchesService, PaperEntriesService, PaperCancellationsService, PaperJobs] })
export class PaperModule {}
