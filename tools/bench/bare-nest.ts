import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';

// The reference for starting: Nest with TypeORM, connected, one route, nothing else. Decorators are applied by hand: tools run unbuilt.
class HealthController {
  read(): string {
    return 'ok';
  }
}
Get('health')(HealthController.prototype, 'read', Object.getOwnPropertyDescriptor(HealthController.prototype, 'read')!);
Controller()(HealthController);
class BareModule {}
Module({ controllers: [HealthController] })(BareModule);

await new DataSource({ type: 'postgres', url: process.env['DATABASE_URL']! }).initialize();
const app = await NestFactory.create(BareModule, { logger: false });
await app.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
