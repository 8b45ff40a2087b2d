import { Module } from '@nestjs/common';
import { AppealsController } from './appeals.controller.ts';
import { AppealsService } from './appeals.service.ts';
import { DecisionsService } from './decisions.service.ts';
import { DeskController } from './desk.controller.ts';
import { DeskReader } from './desk-reader.ts';
import { FlagsController } from './flags.controller.ts';
import { FlagsService } from './flags.service.ts';
import { RegisterReader } from './register-reader.ts';
import { ModerationRetention } from './retention.job.ts';
import './moderation.personal-data.ts';

/** Gives nothing by injection: other rooms see decisions through views and states. */
@Module({
  controllers: [FlagsController, DeskController, AppealsController],
  providers: [FlagsService, DecisionsService, AppealsService, DeskReader, RegisterReader, ModerationRetention],
})
export class ModerationModule {}
