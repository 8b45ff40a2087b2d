import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists of contributions need beside their tallies: which are listed, a version per activity for ETags, and recounts that were made. */
export class ListProposals1764000023000 implements MigrationInterface {
  name = 'ListProposals1764000023000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX tallies_category_shuffled ON tallies (municipality_id, activity_id, category_id, shuffle, contribution_id);
      ALTER TABLE outbox_cursors ADD COLUMN at timestamptz;
      CREATE TABLE activity_versions (
        municipality_id uuid NOT NULL, activity_id uuid NOT NULL, version bigint NOT NULL DEFAULT 1,
        PRIMARY KEY (municipality_id, activity_id),
        CONSTRAINT activity_versions_activity FOREIGN KEY (municipality_id, activity_id) REFERENCES activities ON DELETE CASCADE
      );
      CREATE TABLE recounts (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE, at timestamptz NOT NULL DEFAULT statement_timestamp(),
        contributions integer NOT NULL, differing integer NOT NULL,
        PRIMARY KEY (municipality_id, at)
      );
      COMMENT ON TABLE recounts IS 'nightly recounts of tallies; a difference is an alarm; kept 90 days';
      CREATE OR REPLACE VIEW visible_tallies AS
        SELECT t.*, v.publication = 'published' AND NOT v.is_place_only AS is_listed
        FROM tallies t JOIN visible_contributions v ON v.municipality_id = t.municipality_id AND v.id = t.contribution_id;
      CREATE VIEW visible_activity_versions AS
        SELECT s.municipality_id, s.activity_id, s.version FROM activity_versions s
        JOIN visible_activities a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id;
      SELECT mirror_visible_view('visible_tallies');
      SELECT mirror_visible_view('visible_activity_versions');
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN GRANT SELECT ON visible_activity_versions TO parvis_reader; END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The views could not be granted to parvis_reader.'; END $$;
    `);
  }

  /** `visible_tallies` goes for a moment, since a view cannot lose a column. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW insider.visible_activity_versions, insider.visible_tallies;
      DROP VIEW visible_activity_versions, visible_tallies;
      CREATE VIEW visible_tallies AS
        SELECT t.* FROM tallies t JOIN visible_contributions v ON v.municipality_id = t.municipality_id AND v.id = t.contribution_id;
      SELECT mirror_visible_view('visible_tallies');
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN GRANT SELECT ON visible_tallies TO parvis_reader; END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The views could not be granted to parvis_reader.'; END $$;
      DROP TABLE recounts, activity_versions;
      ALTER TABLE outbox_cursors DROP COLUMN at;
      DROP INDEX tallies_category_shuffled;
    `);
  }
}
