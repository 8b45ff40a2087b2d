import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotices1764000026000 implements MigrationInterface {
  name = 'CreateNotices1764000026000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notices (
        municipality_id uuid NOT NULL, event_id uuid NOT NULL, participant_id uuid NOT NULL,
        kind text NOT NULL, why text NOT NULL, contribution_ids uuid[] NOT NULL DEFAULT '{}', facts jsonb NOT NULL DEFAULT '{}',
        is_daily boolean NOT NULL, mailed_at timestamptz, created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        CONSTRAINT notices_once PRIMARY KEY (municipality_id, event_id, participant_id),
        CONSTRAINT notices_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants ON DELETE CASCADE
      );
      CREATE INDEX notices_waiting ON notices (municipality_id, participant_id, created_at) WHERE mailed_at IS NULL;
      CREATE INDEX notices_by_age ON notices (municipality_id, created_at);
      CREATE TABLE notice_settings (
        municipality_id uuid NOT NULL, participant_id uuid NOT NULL, is_daily boolean NOT NULL,
        PRIMARY KEY (municipality_id, participant_id),
        CONSTRAINT notice_settings_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants ON DELETE CASCADE
      );
      ALTER TABLE follows ADD COLUMN is_on boolean NOT NULL DEFAULT true;
      COMMENT ON COLUMN follows.is_on IS 'false: the person no longer follows, although author, commenter or supporter';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE follows DROP COLUMN is_on;
      DROP TABLE notice_settings, notices;
    `);
  }
}
