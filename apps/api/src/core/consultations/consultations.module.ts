import { Module } from '@nestjs/common';
import { ConsultationReadsController } from './consultation-reads.controller.ts';
import { ConsultationReads } from './consultation-reads.service.ts';

@Module({ controllers: [ConsultationReadsController], providers: [ConsultationReads], exports: [ConsultationReads] })
export class ConsultationsModule {}
