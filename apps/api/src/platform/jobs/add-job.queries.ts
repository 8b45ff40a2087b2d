import type { Sql } from '../database/index.ts';

export interface JobOptions {
  /** Jobs of the same key replace each other while they wait. */
  readonly key?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
}

/** Adds a job in the caller's transaction: it exists if, and only if, the transaction commits. */
export async function addJob(
  tx: Sql,
  name: string,
  payload: object,
  { key, runAt, maxAttempts = 25, queue }: JobOptions = {},
): Promise<void> {
  await tx.run(
    `SELECT graphile_worker.add_job($1, payload := $2::json, queue_name := $3, run_at := coalesce($4, now()), max_attempts := $5, job_key := $6)`,
    [name, JSON.stringify(payload), queue ?? null, runAt ?? null, maxAttempts, key ?? null],
  );
}
