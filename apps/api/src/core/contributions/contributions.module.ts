import { Global, Module } from '@nestjs/common';
import { Readers } from './readers.ts';

@Global()
@Module({ providers: [Readers], exports: [Readers] })
export class ContributionsModule {}
