import { Global, Module } from '@nestjs/common';
import { TOWN_SOURCE } from '../../platform/http/index.ts';
import { TownDirectory } from './town-directory.ts';

@Global()
@Module({ providers: [TownDirectory, { provide: TOWN_SOURCE, useExisting: TownDirectory }], exports: [TownDirectory, TOWN_SOURCE] })
export class MunicipalitiesModule {}
