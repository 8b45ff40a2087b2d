import type { DataSource, QueryRunner } from 'typeorm';
import type pg from 'pg';
import type { Sql, SqlValue, Tx } from './sql.ts';
import { traced } from './trace.ts';

const retried = new Set(['40001', '40P01']); // serialization_failure, deadlock_detected
const attempts = 4;

/** The pool behind a TypeORM data source, used without TypeORM's overhead (docs/measurements.md, 1). */
function poolOf(source: DataSource): pg.Pool {
  return (source.driver as unknown as { master: pg.Pool }).master;
}

function send(source: DataSource, query: { text: string; values: unknown[]; name?: string }): Promise<pg.QueryResult> {
  return traced(
    query.text,
    query.values,
    () => poolOf(source).query(query),
    (answer) => answer.rowCount ?? 0,
  );
}

/** Reads over the pool; what both `Database` and `PublicDatabase` can do. */
class PoolSql implements Sql {
  constructor(readonly source: DataSource) {}

  async rows<T>(text: string, values: readonly SqlValue[] = []): Promise<T[]> {
    return (await send(this.source, { text, values: [...values] })).rows as T[];
  }

  async one<T>(text: string, values: readonly SqlValue[] = []): Promise<T | null> {
    return (await this.rows<T>(text, values))[0] ?? null;
  }

  async run(text: string, values: readonly SqlValue[] = []): Promise<number> {
    return (await send(this.source, { text, values: [...values] })).rowCount ?? 0;
  }

  /** Like `rows`, prepared once per connection under `name`: for hot statements. */
  async named<T>(name: string, text: string, values: readonly SqlValue[]): Promise<T[]> {
    return (await send(this.source, { name, text, values: [...values] })).rows as T[];
  }
}

class TxSql implements Tx {
  readonly isTransaction = true;

  constructor(private readonly runner: QueryRunner) {}

  async rows<T>(text: string, values: readonly SqlValue[] = []): Promise<T[]> {
    return ((await this.send(text, values)) as { records?: T[] }).records ?? [];
  }

  async one<T>(text: string, values: readonly SqlValue[] = []): Promise<T | null> {
    return (await this.rows<T>(text, values))[0] ?? null;
  }

  async run(text: string, values: readonly SqlValue[] = []): Promise<number> {
    return (await this.send(text, values)).affected ?? 0;
  }

  private send(text: string, values: readonly SqlValue[]): Promise<{ records?: unknown[]; affected?: number }> {
    return traced(
      text,
      values,
      () => this.runner.query(text, [...values], true) as Promise<{ records?: unknown[]; affected?: number }>,
      (answer) => answer.affected ?? answer.records?.length ?? 0,
    );
  }
}

/** The database with the owner's rights: acts and staff's reads. */
export class Database extends PoolSql {
  /**
   * Runs `work` in one transaction, committed when it resolves and rolled back when it throws.
   * Serialization failures and deadlocks are tried again here and nowhere else, so `work` must have no other effects.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const runner = this.source.createQueryRunner();
      try {
        await runner.connect();
        await runner.startTransaction();
        const result = await work(new TxSql(runner));
        await runner.commitTransaction();
        return result;
      } catch (error) {
        // A connection that broke cannot roll back; the first error is the one to tell.
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        if (attempt >= attempts || !retried.has(codeOf(error) ?? '')) throw error;
      } finally {
        await runner.release();
      }
    }
  }
}

/** The database as the public may see it: views only, so that a forgotten rule is an error and not a leak. */
export class PublicDatabase extends PoolSql {}

/**
 * The same views without the public filter (schema `insider`): for drafts and invited consultations, by the same SQL. Only after a
 * policy has admitted the reader, and never for what shared caches may keep.
 */
export class InsiderDatabase extends PoolSql {}

interface DriverError {
  code?: string;
  constraint?: string;
  driverError?: { code?: string; constraint?: string };
}

/** PostgreSQL's error code (SQLSTATE) of an error from pg or TypeORM, or null. */
function codeOf(error: unknown): string | null {
  const { code, driverError } = (error ?? {}) as DriverError;
  return driverError?.code ?? code ?? null;
}

/** The name of the constraint that an error speaks of, or null. */
export function constraintOf(error: unknown): string | null {
  const { constraint, driverError } = (error ?? {}) as DriverError;
  return driverError?.constraint ?? constraint ?? null;
}

/** Whether an error says that the database cannot be reached or is going away, so that waiting may help. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error);
  if (code && (/^(08|57P|53)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'ENOTFOUND'].includes(code)))
    return true;
  if (error instanceof AggregateError) return error.errors.some(isConnectionLoss);
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|not currently accepting connections/.test(
      error.message,
    )
  );
}
