import { Module } from '@nestjs/common';
import { KeepErasuresJob } from './keep-erasures.job.ts';

/** Gives nothing: a job that keeps the list of erasures beside the data, so that a restore does not bring people back. */
@Module({ providers: [KeepErasuresJob] })
export class BackupModule {}
