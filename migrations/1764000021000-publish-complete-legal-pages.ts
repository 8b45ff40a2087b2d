import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A legal page is public from the moment when its required fields are filled; quarters of the town, for filters and maps. */
export class PublishCompleteLegalPages1764000021000 implements MigrationInterface {
  name = 'PublishCompleteLegalPages1764000021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE legal_pages ADD COLUMN is_complete boolean NOT NULL DEFAULT false;
      CREATE OR REPLACE VIEW visible_legal_pages AS
        SELECT municipality_id, page, language, version, title, body_html, published_at, fields FROM legal_pages WHERE is_complete;
      CREATE TABLE areas (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE,
        id text NOT NULL CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name text NOT NULL, position integer NOT NULL, shape jsonb NOT NULL,
        PRIMARY KEY (municipality_id, id)
      );
      CREATE VIEW visible_areas AS SELECT municipality_id, id, name, position, shape FROM areas;
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN GRANT SELECT ON visible_areas TO parvis_reader; END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The view could not be granted to parvis_reader.'; END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW visible_areas;
      DROP TABLE areas;
      DROP VIEW visible_legal_pages;
      CREATE VIEW visible_legal_pages AS SELECT municipality_id, page, language, version, title, body_html, published_at FROM legal_pages;
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN GRANT SELECT ON visible_legal_pages TO parvis_reader; END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The view could not be granted to parvis_reader.'; END $$;
      ALTER TABLE legal_pages DROP COLUMN is_complete;
    `);
  }
}
