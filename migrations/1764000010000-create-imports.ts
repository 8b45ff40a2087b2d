import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImports1764000010000 implements MigrationInterface {
  name = 'CreateImports1764000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        municipality_id uuid NOT NULL, id uuid NOT NULL, consultation_id uuid NOT NULL, activity_id uuid NOT NULL,
        source text NOT NULL, mapping jsonb NOT NULL, file_name text NOT NULL DEFAULT '',
        state text NOT NULL DEFAULT 'staging' CHECK (state IN ('staging', 'checked', 'publishing', 'published', 'failed', 'discarded')),
        rows_read integer NOT NULL DEFAULT 0, rows_total integer, faults integer NOT NULL DEFAULT 0, repeats integer NOT NULL DEFAULT 0,
        started_by uuid, started_at timestamptz NOT NULL DEFAULT statement_timestamp(), published_at timestamptz,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT imports_activity FOREIGN KEY (municipality_id, consultation_id, activity_id) REFERENCES activities (municipality_id, consultation_id, id)
      );
      CREATE TABLE import_rows (
        municipality_id uuid NOT NULL, import_id uuid NOT NULL, position integer NOT NULL,
        kind text NOT NULL, external_key text NOT NULL, content jsonb NOT NULL,
        PRIMARY KEY (municipality_id, import_id, position),
        CONSTRAINT import_rows_import FOREIGN KEY (municipality_id, import_id) REFERENCES imports ON DELETE CASCADE
      );
      CREATE TABLE import_faults (
        municipality_id uuid NOT NULL, import_id uuid NOT NULL, id uuid NOT NULL, line integer NOT NULL, column_name text NOT NULL, code text NOT NULL, shown text NOT NULL DEFAULT '',
        PRIMARY KEY (municipality_id, import_id, id),
        CONSTRAINT import_faults_import FOREIGN KEY (municipality_id, import_id) REFERENCES imports ON DELETE CASCADE
      );
      CREATE TABLE external_keys (
        municipality_id uuid NOT NULL, source text NOT NULL, kind text NOT NULL, external_key text NOT NULL,
        contribution_id uuid, participant_id uuid, import_id uuid,
        CONSTRAINT external_keys_once PRIMARY KEY (municipality_id, source, kind, external_key),
        CONSTRAINT external_keys_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions,
        CONSTRAINT external_keys_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE external_keys, import_faults, import_rows, imports;
    `);
  }
}
