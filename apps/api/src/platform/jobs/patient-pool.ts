import pg from 'pg';
import { isConnectionLoss } from '../database/index.ts';

type Callback = (error?: Error) => void;
type Ask = (...args: unknown[]) => unknown;

/**
 * A pool for the job queue. The queue tries again, for minutes, where PostgreSQL says "cannot connect now" (57P03), and at any other
 * error gives up the job that it was about to note as done, its worker and at last the process. A lost database is always the former.
 */
export function patientPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'parvis-jobs',
  });
  pool.on('error', () => undefined); // a lost idle connection is seen by the next statement
  pool.on('connect', (client) => {
    Object.assign(client, { query: patient(client.query.bind(client) as Ask) });
  });
  return Object.assign(pool, { connect: patient(pool.connect.bind(pool) as Ask) });
}

/** The same function, whose promise fails with 57P03 where the database is away; called with a callback it is left alone. */
function patient(ask: Ask): Ask {
  return (...args) => {
    const answer = ask(...args);
    return typeof (args.at(-1) as Callback | undefined) === 'function' || !(answer instanceof Promise)
      ? answer
      : answer.catch((error: unknown) => {
          throw named(error);
        });
  };
}

function named(error: unknown): unknown {
  return isConnectionLoss(error) ? Object.assign(new Error('The database is away.', { cause: error }), { code: '57P03' }) : error;
}
