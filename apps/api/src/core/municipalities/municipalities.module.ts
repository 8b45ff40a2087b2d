import { Global, Module } from '@nestjs/common';
import { TOWN_SOURCE } from '../../platform/http/index.ts';
import { KnownHostsController } from './known-hosts.controller.ts';
import { MunicipalitiesController } from './municipalities.controller.ts';
import { SettingsService } from './settings.service.ts';
import { TerritoryService } from './territory.service.ts';
import { TownDirectory } from './town-directory.ts';

/** Gives the town behind a host or a prefix to the pipeline (`TOWN_SOURCE`), the directory and the settings to all. */
@Global()
@Module({
  controllers: [MunicipalitiesController, KnownHostsController],
  providers: [TownDirectory, SettingsService, TerritoryService, { provide: TOWN_SOURCE, useExisting: TownDirectory }],
  exports: [TownDirectory, SettingsService, TOWN_SOURCE],
})
export class MunicipalitiesModule {}
