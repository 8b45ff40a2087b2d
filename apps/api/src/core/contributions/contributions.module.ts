import { Global, Module } from '@nestjs/common';
import { ContributionsController } from './contributions.controller.ts';
import { Readers } from './readers.ts';

@Global()
@Module({ controllers: [ContributionsController], providers: [Readers], exports: [Readers] })
export class ContributionsModule {}
