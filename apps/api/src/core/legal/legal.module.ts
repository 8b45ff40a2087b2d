import { Module } from '@nestjs/common';
import { LegalController } from './legal.controller.ts';
import { LegalService } from './legal.service.ts';

/** Gives the writing of legal pages to the wizard. */
@Module({ controllers: [LegalController], providers: [LegalService], exports: [LegalService] })
export class LegalModule {}
