import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConsultations1764000003000 implements MigrationInterface {
  name = 'CreateConsultations1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consultations (
        municipality_id uuid NOT NULL REFERENCES municipalities ON DELETE CASCADE,
        id uuid NOT NULL,
        slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'closed', 'archived')),
        visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'invited')),
        title text NOT NULL,
        question text NOT NULL DEFAULT '',
        summary text NOT NULL DEFAULT '',
        body_html text NOT NULL DEFAULT '',
        body_text text NOT NULL DEFAULT '',
        cover_file_id uuid,
        cover_alt text NOT NULL DEFAULT '',
        decided_by text NOT NULL DEFAULT '',
        decided_on date,
        contact text NOT NULL DEFAULT '',
        what_then text NOT NULL DEFAULT '',
        response_delay_days integer NOT NULL DEFAULT 60 CHECK (response_delay_days BETWEEN 1 AND 730),
        territory jsonb,
        preview_token_hash bytea,
        version integer NOT NULL DEFAULT 1,
        published_at timestamptz, closed_at timestamptz, archived_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        updated_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT consultations_cover FOREIGN KEY (municipality_id, cover_file_id) REFERENCES files ON DELETE SET NULL (cover_file_id)
      );
      CREATE TABLE consultation_slugs (
        municipality_id uuid NOT NULL, slug text NOT NULL, consultation_id uuid NOT NULL, is_current boolean NOT NULL DEFAULT true,
        CONSTRAINT consultation_slugs_once PRIMARY KEY (municipality_id, slug),
        CONSTRAINT consultation_slugs_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE
      );
      CREATE TABLE consultation_versions (
        municipality_id uuid NOT NULL, consultation_id uuid NOT NULL, version integer NOT NULL,
        content jsonb NOT NULL, reason text NOT NULL DEFAULT '', changed_by uuid,
        changed_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, consultation_id, version),
        CONSTRAINT consultation_versions_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE
      );
      CREATE TABLE consultation_documents (
        municipality_id uuid NOT NULL, consultation_id uuid NOT NULL, file_id uuid NOT NULL, title text NOT NULL, position integer NOT NULL,
        PRIMARY KEY (municipality_id, consultation_id, file_id),
        CONSTRAINT consultation_documents_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE,
        CONSTRAINT consultation_documents_file FOREIGN KEY (municipality_id, file_id) REFERENCES files ON DELETE CASCADE
      );
      CREATE TABLE activities (
        municipality_id uuid NOT NULL, id uuid NOT NULL, consultation_id uuid NOT NULL,
        kind text NOT NULL, slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), title text NOT NULL, intro text NOT NULL DEFAULT '',
        position integer NOT NULL DEFAULT 0,
        settings jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT activities_of_consultation UNIQUE (municipality_id, consultation_id, id),
        CONSTRAINT activities_slug UNIQUE (municipality_id, consultation_id, slug),
        CONSTRAINT activities_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE
      );
      CREATE TABLE phases (
        municipality_id uuid NOT NULL, id uuid NOT NULL, consultation_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('information', 'contributions', 'discussion', 'vote', 'response', 'follow-up')),
        title text NOT NULL, description text NOT NULL DEFAULT '', position integer NOT NULL DEFAULT 0,
        starts_at timestamptz NOT NULL, ends_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT phases_not_empty CHECK (ends_at > starts_at),
        CONSTRAINT phases_of_consultation UNIQUE (municipality_id, consultation_id, id),
        CONSTRAINT phases_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE
      );
      CREATE TABLE phase_openings (
        municipality_id uuid NOT NULL, phase_id uuid NOT NULL, consultation_id uuid NOT NULL, activity_id uuid NOT NULL, action text NOT NULL,
        min_level smallint NOT NULL DEFAULT 1 CHECK (min_level BETWEEN 0 AND 4),
        PRIMARY KEY (municipality_id, phase_id, activity_id, action),
        CONSTRAINT phase_openings_phase FOREIGN KEY (municipality_id, consultation_id, phase_id) REFERENCES phases (municipality_id, consultation_id, id) ON DELETE CASCADE,
        CONSTRAINT phase_openings_activity FOREIGN KEY (municipality_id, consultation_id, activity_id) REFERENCES activities (municipality_id, consultation_id, id) ON DELETE CASCADE
      );
      CREATE TABLE openings (
        municipality_id uuid NOT NULL, activity_id uuid NOT NULL, action text NOT NULL, phase_id uuid NOT NULL,
        opens_at timestamptz NOT NULL, closes_at timestamptz, min_level smallint NOT NULL,
        PRIMARY KEY (municipality_id, activity_id, action, phase_id),
        CONSTRAINT openings_activity FOREIGN KEY (municipality_id, activity_id) REFERENCES activities ON DELETE CASCADE,
        CONSTRAINT openings_phase FOREIGN KEY (municipality_id, phase_id) REFERENCES phases ON DELETE CASCADE
      );
      CREATE TABLE rolls (
        municipality_id uuid NOT NULL, consultation_id uuid NOT NULL, email text NOT NULL, account_id uuid,
        added_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        CONSTRAINT rolls_once PRIMARY KEY (municipality_id, consultation_id, email),
        CONSTRAINT rolls_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE,
        CONSTRAINT rolls_account FOREIGN KEY (municipality_id, account_id) REFERENCES accounts ON DELETE SET NULL (account_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE rolls, openings, phase_openings, phases, activities, consultation_documents, consultation_versions, consultation_slugs, consultations;
    `);
  }
}
