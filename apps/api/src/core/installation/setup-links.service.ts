import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { say } from '../../platform/messages/index.ts';
import { newSetupLink } from './new-setup-link.ts';
import { readTowns } from './towns.queries.ts';

/** Prints the way in where nobody can sign in yet. */
@Injectable()
export class SetupLinks {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new one-time link in words, where there is no town, or a single one without an administrator; null where people can sign in. */
  async invitation(): Promise<string | null> {
    const [town, another] = await readTowns(this.db);
    if (another || town?.has_administrator) return null;
    const url = await newSetupLink(this.db, this.config.publicUrl, town ?? null);
    return `${town ? say('fr', 'setup.link.town', { town: town.name }) : say('fr', 'setup.link.empty')}\n  ${url}\n`;
  }
}
