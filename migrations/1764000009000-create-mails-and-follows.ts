import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMailsAndFollows1764000009000 implements MigrationInterface {
  name = 'CreateMailsAndFollows1764000009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mails (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE, id uuid NOT NULL,
        participant_id uuid, to_address text NOT NULL, kind text NOT NULL, language text NOT NULL,
        subject text NOT NULL, body_text text NOT NULL, body_html text NOT NULL, unsubscribe_url text,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'refused', 'suppressed')), attempts integer NOT NULL DEFAULT 0, last_reply text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(), sent_at timestamptz,
        PRIMARY KEY (municipality_id, id)
      );
      CREATE INDEX mails_recent ON mails (municipality_id, created_at);
      CREATE TABLE mail_suppressions (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE, address_hash bytea NOT NULL, reason text NOT NULL, at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, address_hash)
      );
      CREATE TABLE follows (
        municipality_id uuid NOT NULL, participant_id uuid NOT NULL, contribution_id uuid NOT NULL,
        since timestamptz NOT NULL DEFAULT statement_timestamp(),
        CONSTRAINT follows_once PRIMARY KEY (municipality_id, contribution_id, participant_id),
        CONSTRAINT follows_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions,
        CONSTRAINT follows_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants ON DELETE CASCADE
      );
      CREATE TABLE mail_optouts (
        municipality_id uuid NOT NULL, participant_id uuid NOT NULL, kind text NOT NULL, at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, participant_id, kind),
        CONSTRAINT mail_optouts_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE mail_optouts, follows, mail_suppressions, mails;
    `);
  }
}
