import { Inject, Injectable } from '@nestjs/common';
import type { TownTerritory } from '@parvis/shared/contracts/municipalities.ts';
import { maxAreas, readAreas } from '@parvis/shared/rules/areas.ts';
import { maxTerritoryPoints, readTerritory } from '@parvis/shared/rules/territory.ts';
import { Database, PublicDatabase } from '../../platform/database/index.ts';
import { InvalidInput, NotReadable } from '../../platform/http/index.ts';
import { readTerritoryRow, replaceAreas, updateTerritory } from './territory.queries.ts';

/** Outline and quarters of a town, given as GeoJSON. */
@Injectable()
export class TerritoryService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(PublicDatabase) private readonly publicDb: PublicDatabase,
  ) {}

  read(municipalityId: string): Promise<TownTerritory> {
    return readTerritoryRow(this.publicDb, municipalityId);
  }

  /** @param file null removes the outline. @throws NotReadable, InvalidInput with what is wrong in the file */
  async saveTerritory(municipalityId: string, file: Buffer | null): Promise<TownTerritory> {
    const read = file && readTerritory(parse(file));
    if (read && 'fault' in read) throw refused(read.fault);
    await updateTerritory(this.db, municipalityId, read && read.territory);
    return this.read(municipalityId);
  }

  /** @param file null removes the quarters. @throws NotReadable, InvalidInput with what is wrong in the file */
  async saveAreas(municipalityId: string, file: Buffer | null): Promise<TownTerritory> {
    const read = file && readAreas(parse(file));
    if (read && 'fault' in read) throw refused(read.fault);
    await this.db.transaction((tx) => replaceAreas(tx, municipalityId, read ? read.areas : []));
    return this.read(municipalityId);
  }
}

function parse(file: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    throw new NotReadable();
  }
}

function refused(code: string): InvalidInput {
  const limit = code === 'too-many-points' ? maxTerritoryPoints : maxAreas;
  return new InvalidInput([{ pointer: '#', code, values: { limit, count: limit } }]);
}
