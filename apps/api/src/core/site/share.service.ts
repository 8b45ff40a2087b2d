import { Inject, Injectable } from '@nestjs/common';
import { PublicDatabase } from '../../platform/database/index.ts';
import { FILE_STORE, type FileStore } from '../../platform/files/index.ts';
import type { RequestContext, Town } from '../../platform/http/index.ts';
import { sharePicture } from '../../platform/media/index.ts';
import { fileKey } from '../files/index.ts';
import { readArmsFile } from './share.queries.ts';
import { SiteService } from './site.service.ts';
import { faviconSvg, themeVersion } from './theme.ts';

/** Pictures kept in memory: some 20 kB each. */
const atMost = 100;

/** Makes each town's share picture once for each look of the town: name, tagline, colour, arms. */
@Injectable()
export class ShareService {
  private readonly made = new Map<string, Promise<Buffer>>();

  constructor(
    @Inject(SiteService) private readonly sites: SiteService,
    @Inject(PublicDatabase) private readonly publicDb: PublicDatabase,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** `version` is the one that pages name in the picture's address. */
  async picture(context: RequestContext, town: Town): Promise<{ readonly png: Buffer; readonly version: string }> {
    const { town: view } = await this.sites.siteFor(context, null);
    const version = themeVersion(view);
    const key = `${town.id} ${version}`;
    const known = this.made.get(key);
    if (known) return { png: await known, version };
    const making = this.arms(town).then((arms) => sharePicture({ name: town.name, line: view?.tagline ?? '', accent: town.accent, arms }));
    this.made.set(key, making);
    if (this.made.size > atMost) this.made.delete(this.made.keys().next().value!);
    making.catch(() => this.made.delete(key));
    return { png: await making, version };
  }

  /** The shield in its colour, for a town that has no arms. */
  private async arms(town: Town): Promise<Buffer> {
    const id = await readArmsFile(this.publicDb, town.id);
    const key = id && fileKey(town.id, id);
    return key && (await this.store.exists(key)) ? this.store.read(key) : Buffer.from(faviconSvg(town.accent));
  }
}
