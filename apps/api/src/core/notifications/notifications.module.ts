import { Module } from '@nestjs/common';
import { DailyDigest } from './daily-digest.ts';
import { MorningJob } from './morning.job.ts';
import { NotificationsController } from './notifications.controller.ts';
import { NotificationsService } from './notifications.service.ts';
import { Notifier } from './notifier.ts';
import { NotifyJob } from './notify.job.ts';
import { StaffDigest } from './staff-digest.ts';

/** Tells people what becomes of what they care for. */
@Module({
  controllers: [NotificationsController],
  providers: [NotificationsService, Notifier, NotifyJob, DailyDigest, StaffDigest, MorningJob],
})
export class NotificationsModule {}
