import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config/index.ts';
import { Database } from '../database/index.ts';

/** A limit is used up; the pipeline answers 429 with the seconds to wait. */
export class LimitReached extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('limit reached');
  }
}

/** Counts requests in PostgreSQL, so that every process sees the same. Keys are hashed: no address is stored. */
@Injectable()
export class Limits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Spends one of `points` per `seconds` for a key. @throws LimitReached with the seconds to wait */
  async spend(name: string, key: string, points: number, seconds: number): Promise<void> {
    const hashed = createHmac('sha256', this.config.secret).update(key).digest('base64url').slice(0, 24);
    try {
      await this.limiterFor(name, points, seconds).consume(hashed);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new LimitReached(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
      throw error;
    }
  }

  private limiterFor(name: string, points: number, seconds: number): RateLimiterPostgres {
    const made = this.limiters.get(name);
    if (made) return made;
    const pool = (this.db.source.driver as unknown as { master: pg.Pool }).master;
    const limiter = new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
    });
    this.limiters.set(name, limiter);
    return limiter;
  }
}
