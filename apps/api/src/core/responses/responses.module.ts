import { Module } from '@nestjs/common';
import { AnswersService } from './answers.service.ts';
import { CommitmentsService } from './commitments.service.ts';
import { AnswersController, ResponsesController } from './responses.controller.ts';
import { ResponsesService } from './responses.service.ts';

/** Gives `ResponsesService`, with which the demo answers as the desk does; other rooms read rows by functions of the index. */
@Module({
  controllers: [AnswersController, ResponsesController],
  providers: [AnswersService, CommitmentsService, ResponsesService],
  exports: [ResponsesService],
})
export class ResponsesModule {}
