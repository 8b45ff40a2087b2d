import { Inject, Injectable } from '@nestjs/common';
import type { Site } from '@parvis/shared/contracts/site.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { PublicDatabase } from '../../platform/database/index.ts';
import type { Actor, RequestContext } from '../../platform/http/index.ts';
import { demoSlug } from '../demo/index.ts';
import { readTownView } from '../municipalities/index.ts';

/** Says what every page is rendered with. */
@Injectable()
export class SiteService {
  constructor(
    @Inject(PublicDatabase) private readonly db: PublicDatabase,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async siteFor({ town, prefix }: RequestContext, actor: Actor | null): Promise<Site> {
    return {
      town: town && (await readTownView(this.db, town)),
      viewer: actor && { displayName: actor.displayName, roles: [...actor.roles], level: actor.level },
      base: town?.base ?? prefix,
      origin: town?.origin ?? this.config.publicUrl,
      demo: this.config.mode === 'demo',
      demoAccounts: this.config.hasDemoTown && town?.slug === demoSlug,
    };
  }
}
