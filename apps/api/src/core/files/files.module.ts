import { Module } from '@nestjs/common';
import { FilesController } from './files.controller.ts';
import { FilesJobs } from './files.jobs.ts';
import { FilesService } from './files.service.ts';
import './files.personal-data.ts';

@Module({ controllers: [FilesController], providers: [FilesService, FilesJobs] })
export class UploadsModule {}
