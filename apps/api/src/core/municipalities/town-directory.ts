import { Inject, Injectable } from '@nestjs/common';
import { PublicDatabase } from '../../platform/database/index.ts';
import type { Town, TownSource } from '../../platform/http/index.ts';
import { readOnlyTown, readTownByHost, readTownById, readTownBySlug, type TownRow } from './towns.queries.ts';

/** Milliseconds for which a found town is remembered in this process; a change shows everywhere within that time. */
const rememberedMs = 2_000;

/** Finds the municipality of a request, and remembers it for a moment: every request asks. */
@Injectable()
export class TownDirectory implements TownSource {
  private readonly remembered = new Map<string, { town: Promise<Town | null>; until: number }>();

  constructor(@Inject(PublicDatabase) private readonly db: PublicDatabase) {}

  bySlug(slug: string): Promise<Town | null> {
    return this.remember(`slug:${slug}`, async () => toTown(await readTownBySlug(this.db, slug), 'path'));
  }

  byHost(host: string): Promise<Town | null> {
    return this.remember(`host:${host}`, async () => toTown(await readTownByHost(this.db, host), 'host'));
  }

  /** For jobs, whose links must work for everybody: on the town's own host where it has one. */
  byId(id: string): Promise<Town | null> {
    return this.remember(`id:${id}`, async () => {
      const row = await readTownById(this.db, id);
      return toTown(row, row?.host ? 'host' : 'path');
    });
  }

  only(): Promise<Town | null> {
    return this.remember('only', async () => toTown(await readOnlyTown(this.db), 'path'));
  }

  /** Forgets what was remembered, after a change made in this process. */
  forget(): void {
    this.remembered.clear();
  }

  private remember(key: string, find: () => Promise<Town | null>): Promise<Town | null> {
    const now = performance.now();
    const known = this.remembered.get(key);
    if (known && known.until > now) return known.town;
    if (this.remembered.size > 1_000) this.remembered.clear(); // hosts and slugs that strangers try
    const town = find();
    this.remembered.set(key, { town, until: now + rememberedMs });
    town.catch(() => this.remembered.delete(key));
    return town;
  }
}

function toTown(row: TownRow | null, by: 'host' | 'path'): Town | null {
  if (!row) return null;
  return {
    id: row.municipality_id,
    slug: row.slug,
    name: row.name,
    host: row.host,
    base: by === 'host' ? '' : `/t/${row.slug}`,
    origin: row.origin,
    languages: row.languages,
    timeZone: row.time_zone,
    accent: row.accent,
    suspended: row.suspended,
  };
}
