import { Module } from '@nestjs/common';
import { AnswersService } from './answers.service.ts';
import { CommitmentsService } from './commitments.service.ts';
import { AnswersController, ResponsesController } from './responses.controller.ts';
import { ResponsesService } from './responses.service.ts';

@Module({
  controllers: [AnswersController, ResponsesController],
  providers: [AnswersService, CommitmentsService, ResponsesService],
  exports: [ResponsesService],
})
export class ResponsesModule {}
