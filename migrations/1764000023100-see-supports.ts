import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supports as the open data count them: by day and level, without the person. */
export class SeeSupports1764000023100 implements MigrationInterface {
  name = 'SeeSupports1764000023100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW visible_supports AS
        SELECT s.municipality_id, s.contribution_id, s.level, s.channel, (s.created_at AT TIME ZONE 'UTC')::date AS day
        FROM supports s JOIN visible_contributions v ON v.municipality_id = s.municipality_id AND v.id = s.contribution_id;
      SELECT mirror_visible_view('visible_supports');
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN GRANT SELECT ON visible_supports TO parvis_reader; END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The view could not be granted to parvis_reader.'; END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW insider.visible_supports; DROP VIEW visible_supports;');
  }
}
