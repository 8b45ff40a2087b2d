import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which address gets no mail any more, and what the mail server said: administrators see it and, once the person confirmed, let mail go again. */
export class TellMailStops1764000045200 implements MigrationInterface {
  name = 'TellMailStops1764000045200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mail_suppressions ADD COLUMN address text, ADD COLUMN diagnostic text NOT NULL DEFAULT '';
      COMMENT ON TABLE mail_suppressions IS 'addresses to which a town sends nothing more, by a digest that stays; the address and what the server said go after a year, and with the account';
      CREATE INDEX mail_suppressions_known ON mail_suppressions (municipality_id, at, address) WHERE address IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX mail_suppressions_known;
      ALTER TABLE mail_suppressions DROP COLUMN address, DROP COLUMN diagnostic;
      COMMENT ON TABLE mail_suppressions IS 'as long as the town exists: a digest of the address and no address';
    `);
  }
}
