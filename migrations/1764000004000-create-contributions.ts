import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateContributions1764000004000 implements MigrationInterface {
  name = 'CreateContributions1764000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE paper_batches (
        municipality_id uuid NOT NULL, id uuid NOT NULL, consultation_id uuid NOT NULL,
        number integer NOT NULL, label text NOT NULL DEFAULT '', received_on date NOT NULL, scan_file_id uuid, entered_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT paper_batches_number UNIQUE (municipality_id, consultation_id, number),
        CONSTRAINT paper_batches_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE,
        CONSTRAINT paper_batches_scan FOREIGN KEY (municipality_id, scan_file_id) REFERENCES files ON DELETE SET NULL (scan_file_id),
        CONSTRAINT paper_batches_agent FOREIGN KEY (municipality_id, entered_by) REFERENCES participants
      );
      CREATE TABLE contributions (
        municipality_id uuid NOT NULL, id uuid NOT NULL, kind text NOT NULL,
        consultation_id uuid NOT NULL, activity_id uuid NOT NULL,
        number integer,
        participant_id uuid NOT NULL,
        publication text NOT NULL DEFAULT 'draft' CHECK (publication IN ('draft', 'pending', 'published', 'withdrawn', 'merged', 'erased')),
        moderation text NOT NULL DEFAULT 'none' CHECK (moderation IN ('none', 'correction-asked', 'hidden', 'locked')),
        status text NOT NULL DEFAULT 'submitted' CHECK (status IN ('submitted', 'under-study', 'accepted', 'accepted-changed', 'accepted-partly', 'refused', 'not-our-powers', 'done')),
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        channel text NOT NULL DEFAULT 'web' CHECK (channel IN ('web', 'paper', 'kiosk', 'import', 'api')),
        entered_by uuid, paper_batch_id uuid, import_id uuid,
        withdrawn_reason text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        published_at timestamptz,
        updated_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT contributions_kind UNIQUE (municipality_id, id, kind),
        CONSTRAINT contributions_in_activity UNIQUE (municipality_id, id, kind, activity_id),
        CONSTRAINT contributions_number UNIQUE (municipality_id, number),
        CONSTRAINT contributions_activity FOREIGN KEY (municipality_id, consultation_id, activity_id) REFERENCES activities (municipality_id, consultation_id, id),
        CONSTRAINT contributions_author FOREIGN KEY (municipality_id, participant_id) REFERENCES participants,
        CONSTRAINT contributions_agent FOREIGN KEY (municipality_id, entered_by) REFERENCES participants,
        CONSTRAINT contributions_batch FOREIGN KEY (municipality_id, paper_batch_id) REFERENCES paper_batches
      );
      CREATE INDEX contributions_by_author ON contributions (municipality_id, participant_id, id);
      CREATE INDEX contributions_by_activity ON contributions (municipality_id, activity_id, kind, id);
      CREATE INDEX contributions_waiting ON contributions (municipality_id, id) WHERE publication = 'pending' OR moderation = 'correction-asked';
      CREATE TABLE revisions (
        municipality_id uuid NOT NULL, contribution_id uuid NOT NULL, revision integer NOT NULL CHECK (revision > 0),
        content jsonb NOT NULL, reason text NOT NULL DEFAULT '', edited_by uuid,
        edited_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, contribution_id, revision),
        CONSTRAINT revisions_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions
      );
      CREATE TABLE contribution_files (
        municipality_id uuid NOT NULL, contribution_id uuid NOT NULL, file_id uuid NOT NULL, alt text NOT NULL, position integer NOT NULL,
        PRIMARY KEY (municipality_id, contribution_id, file_id),
        CONSTRAINT contribution_files_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions,
        CONSTRAINT contribution_files_file FOREIGN KEY (municipality_id, file_id) REFERENCES files ON DELETE CASCADE
      );
      CREATE TABLE contribution_links (
        municipality_id uuid NOT NULL, id uuid NOT NULL, from_id uuid NOT NULL, to_id uuid NOT NULL,
        link text NOT NULL CHECK (link IN ('merged-into', 'became')), reason text NOT NULL DEFAULT '',
        made_by uuid, made_at timestamptz NOT NULL DEFAULT statement_timestamp(), undone_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT contribution_links_not_self CHECK (from_id <> to_id),
        CONSTRAINT contribution_links_from FOREIGN KEY (municipality_id, from_id) REFERENCES contributions,
        CONSTRAINT contribution_links_to FOREIGN KEY (municipality_id, to_id) REFERENCES contributions
      );
      CREATE UNIQUE INDEX contribution_links_once ON contribution_links (municipality_id, from_id, link) WHERE undone_at IS NULL;
      CREATE INDEX contribution_links_sources ON contribution_links (municipality_id, to_id) WHERE undone_at IS NULL;
      CREATE TABLE proposals (
        municipality_id uuid NOT NULL, id uuid NOT NULL, kind text NOT NULL DEFAULT 'proposal' CHECK (kind = 'proposal'), activity_id uuid NOT NULL,
        title text NOT NULL, body_html text NOT NULL, body_text text NOT NULL,
        title_plain text NOT NULL, body_plain text NOT NULL,
        category_id text, area_id text,
        lon double precision, lat double precision, address text NOT NULL DEFAULT '',
        search tsvector NOT NULL GENERATED ALWAYS AS (setweight(to_tsvector('french', title_plain), 'A') || setweight(to_tsvector('french', body_plain), 'C')) STORED,
        title_words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('french', title_plain)) STORED,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT proposals_place CHECK ((lon IS NULL) = (lat IS NULL)),
        CONSTRAINT proposals_contribution FOREIGN KEY (municipality_id, id, kind, activity_id) REFERENCES contributions (municipality_id, id, kind, activity_id)
      );
      CREATE INDEX proposals_search ON proposals USING gin (municipality_id, activity_id, search);
      CREATE INDEX proposals_title_words ON proposals USING gin (municipality_id, activity_id, title_words);
      CREATE TABLE comments (
        municipality_id uuid NOT NULL, id uuid NOT NULL, kind text NOT NULL DEFAULT 'comment' CHECK (kind = 'comment'),
        subject_id uuid NOT NULL, parent_id uuid, source_parent text,
        depth smallint NOT NULL GENERATED ALWAYS AS (CASE WHEN parent_id IS NULL THEN 1 ELSE 2 END) STORED,
        parent_depth smallint GENERATED ALWAYS AS (CASE WHEN parent_id IS NULL THEN NULL ELSE 1 END) STORED,
        stance text NOT NULL DEFAULT 'neutral' CHECK (stance IN ('for', 'against', 'neutral')),
        body text NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT comments_depth UNIQUE (municipality_id, subject_id, id, depth),
        CONSTRAINT comments_contribution FOREIGN KEY (municipality_id, id, kind) REFERENCES contributions (municipality_id, id, kind),
        CONSTRAINT comments_subject FOREIGN KEY (municipality_id, subject_id) REFERENCES contributions,
        CONSTRAINT comments_two_levels FOREIGN KEY (municipality_id, subject_id, parent_id, parent_depth) REFERENCES comments (municipality_id, subject_id, id, depth)
      );
      CREATE INDEX comments_of_subject ON comments (municipality_id, subject_id, stance, id) WHERE parent_id IS NULL;
      CREATE INDEX comments_replies ON comments (municipality_id, parent_id, id) WHERE parent_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE comments, proposals, contribution_links, contribution_files, revisions, contributions, paper_batches;
    `);
  }
}
