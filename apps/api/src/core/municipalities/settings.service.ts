import { Inject, Injectable } from '@nestjs/common';
import type { TownSettings, saveTownSettings } from '@parvis/shared/contracts/municipalities.ts';
import type { ParsedRequestOf } from '@parvis/shared/contracts/route.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Actor, Town } from '../../platform/http/index.ts';
import { assertOwnFiles, fileView, publishFiles, removeFiles } from '../files/index.ts';
import { HostTaken } from './municipalities.errors.ts';
import { readSettings, replaceArms, updateSettings } from './settings.queries.ts';
import { TownDirectory } from './town-directory.ts';

/** What an administrator sets of the town. */
@Injectable()
export class SettingsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TownDirectory) private readonly towns: TownDirectory,
  ) {}

  async read(town: Pick<Town, 'id' | 'base'>): Promise<TownSettings> {
    const row = await readSettings(this.db, town.id);
    return {
      slug: row.slug,
      name: row.name,
      tagline: row.tagline,
      inseeCode: row.insee_code,
      population: row.population,
      postalCodes: row.postal_codes,
      accent: row.accent,
      languages: row.languages,
      timeZone: row.time_zone,
      host: row.host,
      origin: row.origin,
      mailFrom: row.mail_from,
      mailReplyTo: row.mail_reply_to,
      arms: row.arms && fileView(town, row.arms),
    };
  }

  /** @throws HostTaken when another town, or the installation itself, has this host */
  async save(town: Town, change: ParsedRequestOf<typeof saveTownSettings>): Promise<TownSettings> {
    const origin = originOf(this.config.publicUrl, change.host);
    await this.db.transaction((tx) => updateSettings(tx, town.id, { ...change, origin }));
    this.towns.forget();
    return this.read(town);
  }

  async saveArms(town: Town, actor: Actor, fileId: string | null): Promise<TownSettings> {
    await this.db.transaction(async (tx) => {
      await assertOwnFiles(tx, actor, fileId ? [fileId] : [], 'arms', '#/fileId');
      const before = await replaceArms(tx, town.id, fileId);
      if (fileId) await publishFiles(tx, town.id, [fileId]);
      if (before && before !== fileId) await removeFiles(tx, town.id, [before]);
    });
    return this.read(town);
  }
}

/**
 * The origin of a town: its own host with the installation's scheme and port, or the installation's own for towns below a path.
 * @throws HostTaken for the installation's own host: one town would hide all others
 */
export function originOf(publicUrl: string, host: string | null): string {
  const url = new URL(publicUrl);
  if (host === null) return url.origin;
  if (host === url.hostname) throw new HostTaken();
  url.hostname = host;
  return url.origin;
}
