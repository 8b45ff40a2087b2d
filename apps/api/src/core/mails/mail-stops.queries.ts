import type { MailDay, MailStop } from '@parvis/shared/contracts/mail-desk.ts';
import type { Sql } from '../../platform/database/index.ts';
import { personalData } from '../participants/index.ts';
import { addressHash, type MailState } from './mails.queries.ts';

/** Why mail to an address stopped: the mail server refused it for good, or a bounce report came back. */
export type StopReason = MailStop['reason'];

/** Stops mail to an address in one town; a repeat changes nothing. `diagnostic` is what the server said, without addresses. */
export async function suppressAddress(
  db: Sql,
  municipalityId: string,
  address: string,
  reason: StopReason,
  diagnostic: string,
): Promise<void> {
  await db.run(
    `
    INSERT INTO mail_suppressions (municipality_id, address_hash, reason, address, diagnostic) VALUES ($1, ${addressHash('$1', '$2')}, $3, lower($2), $4) ON CONFLICT DO NOTHING`,
    [municipalityId, address, reason, diagnostic],
  );
}

/** Lets mail to an address go again; false when it was not stopped. */
export async function releaseAddress(db: Sql, municipalityId: string, address: string): Promise<boolean> {
  return (
    (await db.one(`DELETE FROM mail_suppressions WHERE municipality_id = $1 AND address_hash = ${addressHash('$1', '$2')} RETURNING at`, [
      municipalityId,
      address,
    ])) !== null
  );
}

/** Stopped addresses, latest first, after the place `[at, address]`. */
export async function readStops(
  db: Sql,
  municipalityId: string,
  after: readonly (string | number)[] | null,
  limit: number,
): Promise<MailStop[]> {
  return db.rows<MailStop>(
    `
    SELECT address, reason, diagnostic, at FROM mail_suppressions
    WHERE municipality_id = $1 AND address IS NOT NULL AND ($2::timestamptz IS NULL OR (at, address) < ($2, $3)) ORDER BY at DESC, address DESC LIMIT $4`,
    [municipalityId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/** Mails written on each of the last `days` days of the town's calendar, today first, by how they fared. */
export async function readMailDays(db: Sql, municipalityId: string, timeZone: string, days: number): Promise<MailDay[]> {
  return db.rows<MailDay>(
    `
    SELECT d.day::date::text AS day, count(*) FILTER (WHERE m.state = 'waiting')::int AS waiting, count(*) FILTER (WHERE m.state = 'sent')::int AS sent,
      count(*) FILTER (WHERE m.state = 'refused')::int AS refused, count(*) FILTER (WHERE m.state = 'suppressed')::int AS suppressed
    FROM generate_series((statement_timestamp() AT TIME ZONE $2)::date - ($3::int - 1), (statement_timestamp() AT TIME ZONE $2)::date, interval '1 day') AS d(day)
    LEFT JOIN mails m ON m.municipality_id = $1 AND m.created_at >= d.day::timestamp AT TIME ZONE $2 AND m.created_at < (d.day + interval '1 day')::timestamp AT TIME ZONE $2
    GROUP BY d.day ORDER BY d.day DESC`,
    [municipalityId, timeZone, days],
  );
}

export interface TestMailRow {
  readonly address: string;
  readonly state: MailState;
  readonly reply: string;
  readonly at: string;
}

/** The last test mail that a person asked for. */
export async function readTestMail(db: Sql, municipalityId: string, participantId: string): Promise<TestMailRow | null> {
  return db.one<TestMailRow>(
    `
    SELECT to_address AS address, state, last_reply AS reply, created_at AS at FROM mails
    WHERE municipality_id = $1 AND participant_id = $2 AND kind = 'test' AND created_at > statement_timestamp() - interval '30 days' ORDER BY created_at DESC LIMIT 1`,
    [municipalityId, participantId],
  );
}

/** Retention: a year; the digest stays, so that nothing is sent to an address that is gone. */
export async function forgetOldStops(db: Sql): Promise<void> {
  await db.run(
    `UPDATE mail_suppressions SET address = NULL, diagnostic = '' WHERE address IS NOT NULL AND at < statement_timestamp() - interval '1 year'`,
  );
}

personalData({
  name: 'mail-stops',
  async read(db, { municipalityId, email }) {
    return db.rows('SELECT address, reason, diagnostic, at FROM mail_suppressions WHERE municipality_id = $1 AND address = lower($2)', [
      municipalityId,
      email,
    ]);
  },
  async erase(tx, { municipalityId, email }) {
    await tx.run(`UPDATE mail_suppressions SET address = NULL, diagnostic = '' WHERE municipality_id = $1 AND address = lower($2)`, [
      municipalityId,
      email,
    ]);
  },
});
