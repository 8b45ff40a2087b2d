import { Module } from '@nestjs/common';
import { ImportRunner } from './import-runner.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsService } from './imports.service.ts';

/** Gives the runner of jobs, which the import command calls without a worker. */
@Module({ controllers: [ImportsController], providers: [ImportsService, ImportRunner], exports: [ImportRunner] })
export class ImportsModule {}
