import { Module } from '@nestjs/common';
import { MyContributionsController } from './my-contributions.controller.ts';
import { MyContributionsReader } from './my-contributions-reader.ts';

@Module({ controllers: [MyContributionsController], providers: [MyContributionsReader] })
export class MyContributionsModule {}
