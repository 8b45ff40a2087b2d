import { Module } from '@nestjs/common';
import { OpenApiController } from './openapi.controller.ts';

/** Gives `/api/openapi.json`, computed from the records of contracts. */
@Module({ controllers: [OpenApiController] })
export class OpenApiModule {}
