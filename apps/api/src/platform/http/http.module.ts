import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Limits } from '../limits/index.ts';
import { Pipeline } from './pipeline.ts';
import { ProblemFilter } from './problem.filter.ts';
import { ReplyInterceptor, RouteGuard } from './route.guard.ts';

/** The pipeline and Nest's hooks into it. The rooms that find towns and actors provide TOWN_SOURCE and ACTOR_SOURCE globally. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Pipeline, Limits,
    { provide: APP_GUARD, useClass: RouteGuard },
    { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Pipeline, Limits],
})
export class HttpModule {}
