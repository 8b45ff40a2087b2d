import { DataSource } from 'typeorm';
import pg from 'pg';
import { migrations as allMigrations } from '../../../../../migrations/index.ts';

const timestamptz = 1184;
const bigint = 20;

/**
 * `2026-11-24 04:53:00.123456+00` becomes `2026-11-24T04:53:00.123456Z`: a JS Date would lose the microseconds by which keyset
 * pages are cut (docs/measurements.md, 2). Sessions run in UTC.
 */
function isoInstant(text: string): string {
  return text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : text;
}

const types: { getTypeParser: typeof pg.types.getTypeParser } = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === timestamptz) return isoInstant;
    if (oid === bigint) return Number;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  }) as typeof pg.types.getTypeParser,
};

export interface DataSourceOptions {
  readonly url: string;
  /** Schemas to look in, first to last, when not public alone. */
  readonly searchPath?: string;
  /** A role taken at connection, for readers that may see views only. */
  readonly role?: string;
  readonly poolSize?: number;
  readonly applicationName: string;
  /** All of them when left out; a restore stops at those that its backup had. */
  readonly migrations?: readonly (typeof allMigrations)[number][];
}

/** A TypeORM data source with this project's types, time zone, limits and migrations; not yet initialised. */
export function makeDataSource({
  url,
  role,
  searchPath,
  poolSize = 20,
  applicationName,
  migrations = allMigrations,
}: DataSourceOptions): DataSource {
  const settings = [
    '-c timezone=UTC',
    '-c statement_timeout=30s',
    '-c idle_in_transaction_session_timeout=60s',
    '-c max_parallel_workers_per_gather=0', // to start a worker takes longer than any of our short reads; many requests share the processors anyway
    '-c random_page_cost=1.1',
  ]; // memory and solid-state disks: the default, made for turning disks, has a search for one word read whole tables
  if (role) settings.push(`-c role=${role}`);
  if (searchPath) settings.push(`-c search_path=${searchPath}`);
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migrations',
    poolSize,
    extra: { types, options: settings.join(' '), connectionTimeoutMillis: 5_000, keepAlive: true },
    poolErrorHandler: () => undefined, // a lost idle connection is seen by the next statement, which answers 503
  });
}
