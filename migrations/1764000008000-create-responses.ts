import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateResponses1764000008000 implements MigrationInterface {
  name = 'CreateResponses1764000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE responses (
        municipality_id uuid NOT NULL, id uuid NOT NULL, consultation_id uuid NOT NULL, activity_id uuid,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'ready', 'published')),
        status text NOT NULL CHECK (status IN ('under-study', 'accepted', 'accepted-changed', 'accepted-partly', 'refused', 'not-our-powers', 'done')),
        body_html text NOT NULL, body_text text NOT NULL,
        signed_as text NOT NULL, participant_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(), updated_at timestamptz NOT NULL DEFAULT statement_timestamp(), published_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT responses_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations,
        CONSTRAINT responses_activity FOREIGN KEY (municipality_id, consultation_id, activity_id) REFERENCES activities (municipality_id, consultation_id, id),
        CONSTRAINT responses_official FOREIGN KEY (municipality_id, participant_id) REFERENCES participants,
        CONSTRAINT responses_published CHECK ((state = 'published') = (published_at IS NOT NULL))
      );
      CREATE INDEX responses_by_consultation ON responses (municipality_id, consultation_id, state, id);
      CREATE TABLE response_subjects (
        municipality_id uuid NOT NULL, response_id uuid NOT NULL, contribution_id uuid NOT NULL,
        PRIMARY KEY (municipality_id, response_id, contribution_id),
        CONSTRAINT response_subjects_response FOREIGN KEY (municipality_id, response_id) REFERENCES responses ON DELETE CASCADE,
        CONSTRAINT response_subjects_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions
      );
      CREATE INDEX response_subjects_by_contribution ON response_subjects (municipality_id, contribution_id);
      CREATE TABLE response_files (
        municipality_id uuid NOT NULL, response_id uuid NOT NULL, file_id uuid NOT NULL, title text NOT NULL, position integer NOT NULL,
        PRIMARY KEY (municipality_id, response_id, file_id),
        CONSTRAINT response_files_response FOREIGN KEY (municipality_id, response_id) REFERENCES responses ON DELETE CASCADE,
        CONSTRAINT response_files_file FOREIGN KEY (municipality_id, file_id) REFERENCES files ON DELETE CASCADE
      );
      CREATE TABLE commitments (
        municipality_id uuid NOT NULL, id uuid NOT NULL, response_id uuid NOT NULL, consultation_id uuid NOT NULL,
        title text NOT NULL, due_on date NOT NULL, state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'under-way', 'done', 'abandoned')),
        progress smallint NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
        cost_cents bigint CHECK (cost_cents >= 0), voted_cents bigint CHECK (voted_cents >= 0), note text NOT NULL DEFAULT '',
        updated_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT commitments_response FOREIGN KEY (municipality_id, response_id) REFERENCES responses ON DELETE CASCADE
      );
      CREATE INDEX commitments_of_response ON commitments (municipality_id, response_id);
      CREATE TABLE milestones (
        municipality_id uuid NOT NULL, id uuid NOT NULL, commitment_id uuid NOT NULL,
        title text NOT NULL, due_on date NOT NULL, done_on date, note text NOT NULL DEFAULT '', position integer NOT NULL DEFAULT 0,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT milestones_commitment FOREIGN KEY (municipality_id, commitment_id) REFERENCES commitments ON DELETE CASCADE
      );
      CREATE INDEX milestones_of_commitment ON milestones (municipality_id, commitment_id, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE milestones, commitments, response_files, response_subjects, responses;
    `);
  }
}
