import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMunicipalities1764000000000 implements MigrationInterface {
  name = 'CreateMunicipalities1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS btree_gin;
      CREATE TABLE municipalities (
        id uuid PRIMARY KEY,
        slug text NOT NULL CONSTRAINT municipalities_slug UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        host text CONSTRAINT municipalities_host UNIQUE,
        origin text NOT NULL,
        insee_code text,
        name text NOT NULL,
        tagline text NOT NULL DEFAULT '',
        population integer CHECK (population >= 0),
        postal_codes text[] NOT NULL DEFAULT '{}',
        languages text[] NOT NULL DEFAULT '{fr,en}' CHECK (languages <@ '{fr,en}' AND cardinality(languages) > 0),
        time_zone text NOT NULL DEFAULT 'Europe/Paris',
        accent text NOT NULL DEFAULT '#0c5a54' CHECK (accent ~ '^#[0-9a-f]{6}$'),
        arms_file_id uuid,
        territory jsonb,
        mail_from text,
        mail_reply_to text,
        next_number integer NOT NULL DEFAULT 1,
        suspended_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp()
      );
      CREATE TABLE rate_limits (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
      CREATE TABLE files (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE,
        id uuid NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('picture', 'document', 'cover', 'arms', 'scan', 'import', 'territory')),
        is_public boolean NOT NULL DEFAULT false,
        sha256 bytea NOT NULL,
        media_type text NOT NULL,
        file_name text NOT NULL,
        bytes integer NOT NULL CHECK (bytes >= 0),
        width integer, height integer, pages integer,
        uploaded_by uuid,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id)
      );
      ALTER TABLE municipalities ADD CONSTRAINT municipalities_arms FOREIGN KEY (id, arms_file_id) REFERENCES files ON DELETE SET NULL (arms_file_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE municipalities DROP CONSTRAINT municipalities_arms;
      DROP TABLE files, rate_limits, municipalities;
      DROP EXTENSION btree_gin; DROP EXTENSION unaccent; DROP EXTENSION pg_trgm;
    `);
  }
}
