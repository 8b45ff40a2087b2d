import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobRunner } from './job-runner.ts';

/** Gives the runner, which finds `@Task` methods in all rooms and does nothing before `start`, which the role `web` never calls. */
@Global()
@Module({ imports: [DiscoveryModule], providers: [JobRunner], exports: [JobRunner] })
export class JobsModule {}
