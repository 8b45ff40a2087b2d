import { Global, Module } from '@nestjs/common';
import { ActivityRegistry } from './activity-registry.ts';

/** Gives the registry of kinds to all rooms: the only way from the core to an activity. */
@Global()
@Module({ providers: [ActivityRegistry], exports: [ActivityRegistry] })
export class ActivitiesModule {}
