import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSupportsAndTallies1764000005000 implements MigrationInterface {
  name = 'CreateSupportsAndTallies1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE supports (
        municipality_id uuid NOT NULL, contribution_id uuid NOT NULL, participant_id uuid NOT NULL,
        level smallint NOT NULL CHECK (level BETWEEN 0 AND 4), revision integer NOT NULL,
        channel text NOT NULL DEFAULT 'web' CHECK (channel IN ('web', 'paper', 'kiosk', 'import', 'api')),
        entered_by uuid, paper_batch_id uuid,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        CONSTRAINT supports_once PRIMARY KEY (municipality_id, contribution_id, participant_id),
        CONSTRAINT supports_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions,
        CONSTRAINT supports_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants,
        CONSTRAINT supports_batch FOREIGN KEY (municipality_id, paper_batch_id) REFERENCES paper_batches
      );
      CREATE INDEX supports_by_participant ON supports (municipality_id, participant_id, contribution_id);
      CREATE TABLE tallies (
        municipality_id uuid NOT NULL, contribution_id uuid NOT NULL,
        consultation_id uuid NOT NULL, activity_id uuid NOT NULL, kind text NOT NULL,
        category_id text, area_id text, status text NOT NULL, is_answered boolean NOT NULL DEFAULT false,
        supports integer NOT NULL DEFAULT 0,
        supports_by_level integer[] NOT NULL DEFAULT '{0,0,0,0,0,0}',
        comments integer NOT NULL DEFAULT 0, comments_for integer NOT NULL DEFAULT 0, comments_against integer NOT NULL DEFAULT 0, comments_neutral integer NOT NULL DEFAULT 0,
        shuffle bigint NOT NULL,
        published_at timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, contribution_id),
        CONSTRAINT tallies_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions
      );
      COMMENT ON COLUMN tallies.supports_by_level IS 'people, by index 1 to 6: imported, e-mail, post, register, identity provider, paper';
      CREATE INDEX tallies_recent ON tallies (municipality_id, activity_id, published_at, contribution_id);
      CREATE INDEX tallies_supported ON tallies (municipality_id, activity_id, supports, contribution_id);
      CREATE INDEX tallies_discussed ON tallies (municipality_id, activity_id, comments, contribution_id);
      CREATE INDEX tallies_shuffled ON tallies (municipality_id, activity_id, shuffle, contribution_id);
      CREATE INDEX tallies_category_supported ON tallies (municipality_id, activity_id, category_id, supports, contribution_id);
      CREATE INDEX tallies_category_recent ON tallies (municipality_id, activity_id, category_id, published_at, contribution_id);
      CREATE TABLE imported_tallies (
        municipality_id uuid NOT NULL, contribution_id uuid NOT NULL, label text NOT NULL, count integer NOT NULL CHECK (count >= 0), import_id uuid,
        CONSTRAINT imported_tallies_once PRIMARY KEY (municipality_id, contribution_id, label),
        CONSTRAINT imported_tallies_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE imported_tallies, tallies, supports;
    `);
  }
}
