import { Module } from '@nestjs/common';
import { CalendarService } from './calendar.service.ts';
import { ConsultationActivities } from './consultation-activities.service.ts';
import { ConsultationAdminController } from './consultation-admin.controller.ts';
import { ConsultationAdmin } from './consultation-admin.service.ts';
import { ConsultationChanges } from './consultation-changes.ts';
import { ConsultationEditing } from './consultation-editing.service.ts';
import { ConsultationReadsController } from './consultation-reads.controller.ts';
import { ConsultationReads } from './consultation-reads.service.ts';
import { ConsultationJobs } from './consultations.jobs.ts';
import { FrontService } from './front.service.ts';
import { PublishingService } from './publishing.service.ts';
import { RollsService } from './rolls.service.ts';

/** Gives reads of consultations; whoever changes one goes through its routes. */
@Module({
  controllers: [ConsultationReadsController, ConsultationAdminController],
  providers: [
    ConsultationReads,
    FrontService,
    ConsultationAdmin,
    ConsultationChanges,
    ConsultationEditing,
    ConsultationActivities,
    CalendarService,
    PublishingService,
    RollsService,
    ConsultationJobs,
  ],
  exports: [ConsultationReads],
})
export class ConsultationsModule {}
