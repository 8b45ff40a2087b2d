import type { Sql } from '../../platform/database/index.ts';

/** Milliseconds that a look at the database may take before it counts as away. */
const patienceMs = 3_000;

/** Milliseconds until the database answered. @throws when it does not answer in time */
export async function timeDatabase(db: Sql): Promise<number> {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('no answer in time')), patienceMs);
  });
  try {
    await Promise.race([db.one('SELECT 1'), tooSlow]);
    return performance.now() - started;
  } finally {
    clearTimeout(timer);
  }
}

/** In no order; those that ran on this database, newer than this program included. */
export async function readMigrationNames(db: Sql): Promise<string[]> {
  return (await db.rows<{ name: string }>('SELECT name FROM migrations')).map((row) => row.name);
}

export interface JobLag {
  readonly due: number;
  readonly seconds: number;
  readonly given_up: number;
}

/** Jobs whose time has come and that nobody has taken, the age of the oldest, and those that were tried to the end in vain. */
export async function readJobLag(db: Sql): Promise<JobLag> {
  return (await db.one<JobLag>(`
    SELECT count(*) FILTER (WHERE is_available AND run_at <= now() AND locked_at IS NULL)::int AS due,
      coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE is_available AND run_at <= now() AND locked_at IS NULL)), 0)::int AS seconds,
      count(*) FILTER (WHERE attempts >= max_attempts)::int AS given_up
    FROM graphile_worker._private_jobs`))!;
}

export interface MailLag {
  readonly waiting: number;
  readonly seconds: number;
  readonly refused: number;
}

/** Mails that wait, the age of the oldest, and refusals of the last day. */
export async function readMailLag(db: Sql): Promise<MailLag> {
  return (await db.one<MailLag>(`
    SELECT count(*) FILTER (WHERE state = 'waiting')::int AS waiting, coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE state = 'waiting')), 0)::int AS seconds,
      count(*) FILTER (WHERE state = 'refused' AND created_at > now() - interval '1 day')::int AS refused
    FROM mails`))!;
}
