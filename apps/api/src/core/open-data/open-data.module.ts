import { Module } from '@nestjs/common';
import { ContributionsModule } from '../contributions/index.ts';
import { OpenDataController } from './open-data.controller.ts';
import { OpenDataService } from './open-data.service.ts';
import { DataTables } from './tables.service.ts';

/** Gives nothing to others: rooms describe their tables in the registry of kinds. */
@Module({ imports: [ContributionsModule], controllers: [OpenDataController], providers: [OpenDataService, DataTables] })
export class OpenDataModule {}
