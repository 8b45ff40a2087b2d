import type { Sql } from '../../platform/database/index.ts';

/** What goes, and when: sessions and links as they expire, requests for an account after 7 days, taken invitations after 30. */
const expired: readonly (readonly [table: string, when: string])[] = [
  ['sessions', 'expires_at < now()'],
  ['account_tokens', "expires_at < now() OR used_at < now() - interval '1 day'"],
  ['registrations', "created_at < now() - interval '7 days'"],
  ['accounts', "confirmed_at IS NULL AND created_at < now() - interval '7 days'"],
  ['staff_invitations', "coalesce(used_at, expires_at) < now() - interval '30 days'"],
  ['sign_in_failures', "at < now() - interval '1 day'"],
  ['rate_limits', 'expire < extract(epoch FROM now()) * 1000'],
];

/** Removes them, table by table, each in a statement of its own: a repeat finds the rest. */
export async function deleteExpired(db: Sql): Promise<void> {
  for (const [table, when] of expired) await db.run(`DELETE FROM ${table} WHERE ${when}`);
}
