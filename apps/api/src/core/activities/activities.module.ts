import { Global, Module } from '@nestjs/common';
import { ActivityRegistry } from './activity-registry.ts';

@Global()
@Module({ providers: [ActivityRegistry], exports: [ActivityRegistry] })
export class ActivitiesModule {}
