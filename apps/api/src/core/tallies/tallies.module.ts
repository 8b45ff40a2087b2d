import { Global, Module } from '@nestjs/common';
import { LiveHub } from './live-hub.ts';
import { TalliesController } from './tallies.controller.ts';
import { TallyJob } from './tally-job.ts';

/** Gives `TallyJob`: tests that cannot wait half a second call its `refresh`. */
@Global()
@Module({ controllers: [TalliesController], providers: [TallyJob, LiveHub], exports: [TallyJob] })
export class TalliesModule {}
