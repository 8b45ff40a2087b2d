import type pg from 'pg';

// One advisory lock for each name under which a process takes jobs (`locked_by`), held by a session of it: PostgreSQL lets go of it when the process ends, however it ends.
const lockOf = (id: string): string => `hashtextextended('parvis-worker:' || ${id}, 0)`;

/** Lets the database notice within half a minute that a machine is gone which could not say so; over a Unix socket it always notices. */
export async function askKeepalives(session: pg.Client): Promise<void> {
  await session.query('SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3');
}

/** Shows that the workers of a name live, until the session ends. */
export async function holdLock(session: pg.Client, workers: string): Promise<void> {
  await session.query(`SELECT pg_advisory_lock(${lockOf('$1::text')})`, [workers]);
}

/** Names of workers that have jobs, or a queue of jobs, in hand and whose lock nobody holds; `own` are left out: a session is given its own locks again. */
export async function readSilentWorkers(session: pg.Client, own: readonly string[]): Promise<string[]> {
  const { rows } = await session.query<{ id: string }>(
    `
    WITH busy AS MATERIALIZED (
      SELECT locked_by AS id FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
      UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL)
    SELECT id FROM busy WHERE NOT (id = ANY ($1::text[])) AND pg_try_advisory_xact_lock(${lockOf('id')}) ORDER BY id`,
    [own],
  );
  return rows.map((row) => row.id);
}

/** Frees the jobs of workers by their names, if their locks are free at this moment, which they stay until the statement ends; gives whose jobs it freed. */
export async function freeJobsOf(session: pg.Client, names: readonly string[]): Promise<string[]> {
  const { rows } = await session.query<{ ids: string[] }>(
    `
    WITH dead AS MATERIALIZED (SELECT id FROM unnest($1::text[]) AS id WHERE pg_try_advisory_xact_lock(${lockOf('id')})),
    ids AS MATERIALIZED (SELECT coalesce(array_agg(id ORDER BY id), '{}') AS ids FROM dead)
    SELECT ids, graphile_worker.force_unlock_workers(ids) FROM ids`,
    [names],
  );
  return rows[0]!.ids;
}
