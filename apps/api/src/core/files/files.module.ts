import { Module } from '@nestjs/common';
import { FilesController } from './files.controller.ts';
import { FilesJobs } from './files.jobs.ts';
import { FilesService } from './files.service.ts';
import './files.personal-data.ts';

/** Gives nothing by injection: other rooms claim and publish files with functions of the index, in their own transaction. */
@Module({ controllers: [FilesController], providers: [FilesService, FilesJobs] })
export class UploadsModule {}
