import type { Sql, Tx } from '../../platform/database/index.ts';

const townsLock = 7_071_776_2; // any constant that nobody else uses

/** Lets one act at a time decide by how many towns there are. */
export async function lockTowns(tx: Tx): Promise<void> {
  await tx.run('SELECT pg_advisory_xact_lock($1)', [townsLock]);
}

/** One row at most is read. A transaction that makes the first town asks it again. */
export async function hasTowns(db: Sql): Promise<boolean> {
  return (await db.one('SELECT FROM municipalities LIMIT 1')) !== null;
}

export interface ListedTown {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly host: string | null;
  readonly origin: string;
  readonly is_suspended: boolean;
  readonly has_administrator: boolean;
}

/** Towns by name, for the operator; 1,000 at most. With a slug, that town alone. */
export async function readTowns(db: Sql, slug: string | null = null): Promise<ListedTown[]> {
  return db.rows<ListedTown>(
    `
    SELECT m.id, m.slug, m.name, m.host, m.origin, m.suspended_at IS NOT NULL AS is_suspended,
      EXISTS (SELECT FROM account_roles r WHERE r.municipality_id = m.id AND r.role = 'administrator') AS has_administrator
    FROM municipalities m WHERE $1::text IS NULL OR m.slug = $1 ORDER BY m.name, m.slug LIMIT 1000`,
    [slug],
  );
}

export interface TownBasics {
  readonly slug: string;
  readonly name: string;
  readonly tagline: string;
  readonly insee_code: string | null;
  readonly host: string | null;
  readonly origin: string;
  readonly time_zone: string;
  readonly languages: readonly ('fr' | 'en')[];
}

/** As typed, for the wizard's form; null when the town is gone. */
export async function readTownBasics(db: Sql, municipalityId: string): Promise<TownBasics | null> {
  return db.one<TownBasics>(
    'SELECT slug, name, tagline, insee_code, host, origin, time_zone, languages FROM municipalities WHERE id = $1',
    [municipalityId],
  );
}
