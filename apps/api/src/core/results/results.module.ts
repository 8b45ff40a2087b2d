import { Module } from '@nestjs/common';
import { ContributionsModule } from '../contributions/index.ts';
import { ResultsController } from './results.controller.ts';
import { ResultsService } from './results.service.ts';

/** Gives nothing to others. */
@Module({ imports: [ContributionsModule], controllers: [ResultsController], providers: [ResultsService] })
export class ResultsModule {}
