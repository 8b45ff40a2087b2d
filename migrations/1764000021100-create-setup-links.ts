import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time links by which the first administrator of a town, or of an empty installation, is made. */
export class CreateSetupLinks1764000021100 implements MigrationInterface {
  name = 'CreateSetupLinks1764000021100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE setup_links (
        id uuid PRIMARY KEY,
        municipality_id uuid REFERENCES municipalities ON DELETE CASCADE,
        token_hash bytea NOT NULL CONSTRAINT setup_links_token UNIQUE,
        session_hash bytea CONSTRAINT setup_links_session UNIQUE,
        done text[] NOT NULL DEFAULT '{}' CHECK (done <@ '{town,legal,rules,mail}'),
        mail_id uuid,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE setup_links;');
  }
}
