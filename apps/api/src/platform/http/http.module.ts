import { Global, Module } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { Limits } from '../limits/index.ts';
import { Pipeline } from './pipeline.ts';
import { ProblemFilter } from './problem.filter.ts';
import { Routes } from './routes.ts';

/** The pipeline and the ways into it. The rooms that find towns and actors provide TOWN_SOURCE and ACTOR_SOURCE globally. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Pipeline, Routes, Limits, { provide: APP_FILTER, useClass: ProblemFilter }],
  exports: [Pipeline, Limits],
})
export class HttpModule {}
