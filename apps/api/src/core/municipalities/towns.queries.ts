import type { PublicDatabase } from '../../platform/database/index.ts';
import type { Language } from '../../platform/messages/index.ts';

/** A municipality as the public may see it. */
export interface TownRow {
  readonly municipality_id: string;
  readonly slug: string;
  readonly host: string | null;
  readonly origin: string;
  readonly name: string;
  readonly languages: readonly Language[];
  readonly time_zone: string;
  readonly accent: string;
  readonly suspended: boolean;
}

const columns = 'municipality_id, slug, host, origin, name, languages, time_zone, accent, suspended';

/** A prepared statement through the public view; the directory remembers its answer. */
export async function readTownBySlug(db: PublicDatabase, slug: string): Promise<TownRow | null> {
  return (await db.named<TownRow>('town-by-slug', `SELECT ${columns} FROM visible_municipalities WHERE slug = $1`, [slug]))[0] ?? null;
}

/** Finds only towns with a host of their own; the others are found by slug. */
export async function readTownByHost(db: PublicDatabase, host: string): Promise<TownRow | null> {
  return (await db.named<TownRow>('town-by-host', `SELECT ${columns} FROM visible_municipalities WHERE host = $1`, [host]))[0] ?? null;
}

/** For jobs and mails, which know a town by its id. */
export async function readTownById(db: PublicDatabase, id: string): Promise<TownRow | null> {
  return (
    (await db.named<TownRow>('town-by-id', `SELECT ${columns} FROM visible_municipalities WHERE municipality_id = $1`, [id]))[0] ?? null
  );
}

/** The only town, or null where there are none or several. */
export async function readOnlyTown(db: PublicDatabase): Promise<TownRow | null> {
  const towns = await db.rows<TownRow>(`SELECT ${columns} FROM visible_municipalities ORDER BY municipality_id LIMIT 2`);
  return towns.length === 1 ? towns[0]! : null;
}
