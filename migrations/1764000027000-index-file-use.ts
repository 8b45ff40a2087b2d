import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a file may be served, and whether anything uses it, is asked from the file's side. */
export class IndexFileUse1764000027000 implements MigrationInterface {
  name = 'IndexFileUse1764000027000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX contribution_files_by_file ON contribution_files (municipality_id, file_id);
      CREATE INDEX files_unpublished ON files (created_at) WHERE NOT is_public;
      CREATE INDEX files_by_uploader ON files (municipality_id, uploaded_by) WHERE uploaded_by IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX contribution_files_by_file, files_unpublished, files_by_uploader');
  }
}
