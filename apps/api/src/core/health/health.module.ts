import { Module } from '@nestjs/common';
import { Health } from './health.ts';

/** Gives `Health`, which a middleware of server.ts asks before any room is. */
@Module({ providers: [Health], exports: [Health] })
export class HealthModule {}
