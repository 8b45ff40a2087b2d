import { Module } from '@nestjs/common';
import { KeepErasuresJob } from './keep-erasures.job.ts';

@Module({ providers: [KeepErasuresJob] })
export class BackupModule {}
