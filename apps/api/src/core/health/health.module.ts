import { Module } from '@nestjs/common';
import { Health } from './health.ts';

@Module({ providers: [Health], exports: [Health] })
export class HealthModule {}
