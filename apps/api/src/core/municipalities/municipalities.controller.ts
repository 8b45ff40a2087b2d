import { Controller, Inject } from '@nestjs/common';
import {
  readTerritory,
  readTownSettings,
  removeAreas,
  removeTerritory,
  saveAreas,
  saveTerritory,
  saveTownArms,
  saveTownSettings,
  searchCommunes,
  type Commune,
  type TownSettings,
  type TownTerritory,
} from '@parvis/shared/contracts/municipalities.ts';
import { Limit, Policy, Route, anyone, hasRole, type ActorCall, type Call, type InstallationCall } from '../../platform/http/index.ts';
import { searchOfficialList } from './communes.ts';
import { SettingsService } from './settings.service.ts';
import { TerritoryService } from './territory.service.ts';

const administrator = hasRole('administrator');

/** Settings and territory of a town, for administrators; the official list of communes, for the wizard. */
@Controller()
export class MunicipalitiesController {
  constructor(
    @Inject(SettingsService) private readonly settings: SettingsService,
    @Inject(TerritoryService) private readonly territories: TerritoryService,
  ) {}

  @Route(searchCommunes)
  @Policy(anyone)
  @Limit({ name: 'communes', points: 120, seconds: 60, by: 'address' })
  async communes({ query }: InstallationCall<typeof searchCommunes>): Promise<{ items: Commune[] }> {
    return { items: await searchOfficialList(query.search) };
  }

  @Route(readTerritory)
  @Policy(anyone)
  territory({ town }: Call<typeof readTerritory>): Promise<TownTerritory> {
    return this.territories.read(town.id);
  }

  @Route(readTownSettings)
  @Policy(administrator)
  read({ town }: Call<typeof readTownSettings>): Promise<TownSettings> {
    return this.settings.read(town);
  }

  @Route(saveTownSettings)
  @Policy(administrator)
  save({ town, body }: Call<typeof saveTownSettings>): Promise<TownSettings> {
    return this.settings.save(town, body);
  }

  @Route(saveTownArms)
  @Policy(administrator)
  saveArms({ town, actor, body }: ActorCall<typeof saveTownArms>): Promise<TownSettings> {
    return this.settings.saveArms(town, actor, body.fileId);
  }

  @Route(saveTerritory)
  @Policy(administrator)
  async saveTerritory({ town, upload }: Call<typeof saveTerritory>): Promise<TownTerritory> {
    return this.territories.saveTerritory(town.id, await upload!.read());
  }

  @Route(removeTerritory)
  @Policy(administrator)
  removeTerritory({ town }: Call<typeof removeTerritory>): Promise<TownTerritory> {
    return this.territories.saveTerritory(town.id, null);
  }

  @Route(saveAreas)
  @Policy(administrator)
  async saveAreas({ town, upload }: Call<typeof saveAreas>): Promise<TownTerritory> {
    return this.territories.saveAreas(town.id, await upload!.read());
  }

  @Route(removeAreas)
  @Policy(administrator)
  removeAreas({ town }: Call<typeof removeAreas>): Promise<TownTerritory> {
    return this.territories.saveAreas(town.id, null);
  }
}
