import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Retention of each table of mails and notices, as the jobs apply it. */
const kept: Readonly<Record<string, string>> = {
  mails: 'texts until the mail is sent, the rest 30 days after it is settled (forget-old-mails); until the person leaves',
  mail_suppressions: 'as long as the town exists: a digest of the address and no address',
  mail_optouts: 'until the person leaves',
  follows: 'until the person leaves',
  notices: '90 days (morning-mails); until the person leaves',
  notice_settings: 'until the person leaves',
};

export class SayHowLongMailsAreKept1764000026100 implements MigrationInterface {
  name = 'SayHowLongMailsAreKept1764000026100';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, words] of Object.entries(kept)) await runner.query(`COMMENT ON TABLE ${table} IS '${words}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(kept)) await runner.query(`COMMENT ON TABLE ${table} IS NULL`);
  }
}
