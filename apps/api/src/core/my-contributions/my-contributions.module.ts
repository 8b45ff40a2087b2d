import { Module } from '@nestjs/common';
import { MyContributionsController } from './my-contributions.controller.ts';
import { MyContributionsReader } from './my-contributions-reader.ts';

/** Gives nothing to others. */
@Module({ controllers: [MyContributionsController], providers: [MyContributionsReader] })
export class MyContributionsModule {}
