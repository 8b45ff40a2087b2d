import { Global, Module } from '@nestjs/common';
import { ContributionsController } from './contributions.controller.ts';
import { ErasedTexts } from './erased-texts.ts';
import { Readers } from './readers.ts';

/** Gives `Readers`, which chooses between public views and their unfiltered twins once a policy has admitted the reader. */
@Global()
@Module({ controllers: [ContributionsController], providers: [Readers, ErasedTexts], exports: [Readers] })
export class ContributionsModule {}
