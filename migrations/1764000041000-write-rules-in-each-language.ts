import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules of moderation in each language of the town: `title` and `body` are its first language's, `texts` holds every one by its code. */
export class WriteRulesInEachLanguage1764000041000 implements MigrationInterface {
  name = 'WriteRulesInEachLanguage1764000041000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE moderation_rules ADD COLUMN texts jsonb NOT NULL DEFAULT '{}';
      COMMENT ON COLUMN moderation_rules.texts IS 'by language code: {"title", "body"}; a language that is missing reads the columns';
      CREATE OR REPLACE VIEW visible_moderation_rules AS SELECT municipality_id, version, number, title, body, texts FROM moderation_rules;
      SELECT mirror_visible_view('visible_moderation_rules');
    `);
  }

  /** The views go for a moment, since a view cannot lose a column. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW insider.visible_moderation_rules;
      DROP VIEW visible_moderation_rules;
      CREATE VIEW visible_moderation_rules AS SELECT municipality_id, version, number, title, body FROM moderation_rules;
      SELECT mirror_visible_view('visible_moderation_rules');
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN GRANT SELECT ON visible_moderation_rules TO parvis_reader; END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The views could not be granted to parvis_reader.'; END $$;
      ALTER TABLE moderation_rules DROP COLUMN texts;
    `);
  }
}
