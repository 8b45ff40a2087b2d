import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What core/accounts keeps, for how long; the nightly job `accounts-retention` keeps the word. */
const kept = {
  accounts: 'until their owner deletes them',
  account_roles: 'as long as the account, or until an administrator takes them',
  registrations: 'requests for an account; 7 days',
  sessions: 'until they expire: 1 day with a role, 30 days without',
  account_tokens: 'until they expire, or a day after their use',
  recovery_codes: 'until they are replaced, or the account goes',
  staff_invitations: '30 days after they were taken or have expired',
  sign_in_failures: 'wrong passwords by the keyed digest of an address; a day after the last',
  participants: 'for ever; nameless once the person has left',
  contact_points: 'until the person asks for erasure',
  erasures: 'for ever: ids only, to be done again after a restore',
  rate_limits: 'not of a town; digests of addresses and accounts, until the time of the limit is over',
} as const;

export class SayHowLongAccountsAreKept1764000020100 implements MigrationInterface {
  name = 'SayHowLongAccountsAreKept1764000020100';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, words] of Object.entries(kept)) await runner.query(`COMMENT ON TABLE ${table} IS '${words}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(kept)) await runner.query(`COMMENT ON TABLE ${table} IS NULL`);
  }
}
