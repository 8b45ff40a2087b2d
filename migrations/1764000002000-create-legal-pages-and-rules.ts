import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLegalPagesAndRules1764000002000 implements MigrationInterface {
  name = 'CreateLegalPagesAndRules1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE legal_pages (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE,
        page text NOT NULL CHECK (page IN ('legal-notice', 'privacy', 'accessibility', 'terms')),
        language text NOT NULL CHECK (language IN ('fr', 'en')),
        version integer NOT NULL CHECK (version > 0),
        title text NOT NULL,
        body_html text NOT NULL,
        fields jsonb NOT NULL DEFAULT '{}',
        published_by uuid,
        published_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, page, language, version)
      );
      CREATE TABLE moderation_rule_versions (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE,
        version integer NOT NULL CHECK (version > 0),
        published_by uuid,
        published_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, version)
      );
      CREATE TABLE moderation_rules (
        municipality_id uuid NOT NULL, version integer NOT NULL, number integer NOT NULL CHECK (number > 0),
        title text NOT NULL, body text NOT NULL,
        PRIMARY KEY (municipality_id, version, number),
        CONSTRAINT moderation_rules_version FOREIGN KEY (municipality_id, version) REFERENCES moderation_rule_versions ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE moderation_rules, moderation_rule_versions, legal_pages;
    `);
  }
}
