import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller.ts';

/** Gives nothing to others; present in demo mode only (app.module.ts). */
@Module({ controllers: [DemoController] })
export class DemoModule {}
