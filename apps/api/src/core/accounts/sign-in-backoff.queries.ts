import type { Sql } from '../../platform/database/index.ts';

/**
 * Takes one of the tries that an address has, before its password is looked at, so that a hundred tries at once are no more than five: from
 * the fifth in a row on, the address waits 30 seconds, then twice as long each time, at most 15 minutes. Who proves right has the tries back.
 * @returns seconds to wait; 0 when the try is taken
 */
export async function takeTry(db: Sql, municipalityId: string, addressHash: Buffer): Promise<number> {
  const taken = await db.one(
    `
    INSERT INTO sign_in_failures AS f (municipality_id, address_hash, failures, blocked_until) VALUES ($1, $2, 1, statement_timestamp())
    ON CONFLICT (municipality_id, address_hash) DO UPDATE SET at = statement_timestamp(),
      failures = CASE WHEN f.at < statement_timestamp() - interval '1 day' THEN 1 ELSE f.failures + 1 END,
      blocked_until = statement_timestamp() + CASE WHEN f.at < statement_timestamp() - interval '1 day' OR f.failures < 4 THEN interval '0'
        ELSE least(interval '15 minutes', interval '30 seconds' * power(2, least(f.failures - 4, 10))) END
    WHERE f.failures < 5 OR f.blocked_until <= statement_timestamp()
    RETURNING 1 AS taken`,
    [municipalityId, addressHash],
  );
  if (taken) return 0;
  const row = await db.one<{ seconds: number }>(
    `
    SELECT greatest(1, ceil(extract(epoch FROM blocked_until - statement_timestamp())))::int AS seconds
    FROM sign_in_failures WHERE municipality_id = $1 AND address_hash = $2`,
    [municipalityId, addressHash],
  );
  return row?.seconds ?? 0;
}

/** Forgets the wrong passwords of an address, after a right one or a new password. */
export async function deleteFailures(db: Sql, municipalityId: string, addressHash: Buffer): Promise<void> {
  await db.run('DELETE FROM sign_in_failures WHERE municipality_id = $1 AND address_hash = $2', [municipalityId, addressHash]);
}
