import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Insiders see the files of a draft before they are published: the cover in its preview, the documents in its list. Whoever replaces
 * `visible_files` writes this twin again by hand, not by `mirror_visible_view`.
 */
export class LetInsidersSeeFiles1764000022100 implements MigrationInterface {
  name = 'LetInsidersSeeFiles1764000022100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW insider.visible_files AS
        SELECT municipality_id, id, purpose, media_type, file_name, bytes, width, height, pages FROM public.files;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT mirror_visible_view('visible_files')`);
  }
}
