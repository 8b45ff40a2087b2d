import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import resolves before its switch: whom and what each staged row is about, and what it tells while it runs. */
export class ResolveImports1764000027100 implements MigrationInterface {
  name = 'ResolveImports1764000027100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE imports ADD COLUMN file_id uuid, ADD COLUMN notices integer NOT NULL DEFAULT 0, ADD COLUMN rows_done integer NOT NULL DEFAULT 0,
        ADD COLUMN counts jsonb NOT NULL DEFAULT '{}',
        ADD CONSTRAINT imports_file FOREIGN KEY (municipality_id, file_id) REFERENCES files ON DELETE SET NULL (file_id);
      COMMENT ON TABLE imports IS 'kept with the consultation; staged rows and faults 30 days';
      ALTER TABLE import_rows ADD COLUMN line integer NOT NULL DEFAULT 0, ADD COLUMN subject_key text, ADD COLUMN parent_key text, ADD COLUMN author_key text,
        ADD COLUMN contribution_id uuid, ADD COLUMN first_level_key text, ADD COLUMN parent_id uuid;
      CREATE INDEX import_rows_keys ON import_rows (municipality_id, import_id, kind, external_key);
      ALTER TABLE import_faults ADD COLUMN is_notice boolean NOT NULL DEFAULT false;
      CREATE INDEX external_keys_of_contribution ON external_keys (municipality_id, contribution_id) WHERE contribution_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX external_keys_of_contribution, import_rows_keys;
      ALTER TABLE import_faults DROP COLUMN is_notice;
      ALTER TABLE import_rows DROP COLUMN line, DROP COLUMN subject_key, DROP COLUMN parent_key, DROP COLUMN author_key,
        DROP COLUMN contribution_id, DROP COLUMN first_level_key, DROP COLUMN parent_id;
      ALTER TABLE imports DROP CONSTRAINT imports_file, DROP COLUMN file_id, DROP COLUMN notices, DROP COLUMN rows_done, DROP COLUMN counts;
      COMMENT ON TABLE imports IS NULL;
    `);
  }
}
