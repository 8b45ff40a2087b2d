import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses are for ever: an activity of a published consultation is still found by the words that stood in its address before. */
export class RememberActivityAddresses1764000053000 implements MigrationInterface {
  name = 'RememberActivityAddresses1764000053000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE former_activity_slugs (
        municipality_id uuid NOT NULL, consultation_id uuid NOT NULL, slug text NOT NULL, activity_id uuid NOT NULL,
        CONSTRAINT former_activity_slugs_once PRIMARY KEY (municipality_id, consultation_id, slug),
        CONSTRAINT former_activity_slugs_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE,
        CONSTRAINT former_activity_slugs_activity FOREIGN KEY (municipality_id, activity_id) REFERENCES activities ON DELETE CASCADE
      );
      CREATE INDEX former_activity_slugs_of ON former_activity_slugs (municipality_id, activity_id);
      COMMENT ON TABLE former_activity_slugs IS 'kept as long as the consultation: addresses are for ever';
      CREATE VIEW visible_former_activity_slugs AS
        SELECT s.municipality_id, s.consultation_id, s.slug, s.activity_id FROM former_activity_slugs s
        JOIN visible_consultations c ON c.municipality_id = s.municipality_id AND c.id = s.consultation_id;
      SELECT mirror_visible_view('visible_former_activity_slugs');
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN GRANT SELECT ON visible_former_activity_slugs TO parvis_reader; END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The views could not be granted to parvis_reader.'; END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW insider.visible_former_activity_slugs;
      DROP VIEW visible_former_activity_slugs;
      DROP TABLE former_activity_slugs;
    `);
  }
}
