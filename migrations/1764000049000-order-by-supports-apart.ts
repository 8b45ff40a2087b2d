import type { MigrationInterface, QueryRunner } from 'typeorm';

// As the view was: every column of the table when the view was made.
const columns = [
  'municipality_id',
  'contribution_id',
  'consultation_id',
  'activity_id',
  'kind',
  'category_id',
  'area_id',
  'status',
  'is_answered',
  'supports',
  'supports_by_level',
  'comments',
  'comments_for',
  'comments_against',
  'comments_neutral',
  'shuffle',
  'published_at',
]
  .map((name) => `t.${name}`)
  .join(', ');
const view = (more: string): string => `
  SELECT ${columns}, v.publication = 'published' AND NOT v.is_place_only AS is_listed${more}
  FROM tallies t JOIN visible_contributions v ON v.municipality_id = t.municipality_id AND v.id = t.contribution_id`;

/**
 * Counts of supports leave the indexes of `tallies`: a count that moves then writes one row in place, where it wrote nine (docs/measurements.md, 8).
 * Lists are ordered by a copy that follows at once in a quiet hour, and within fifteen seconds in a rush.
 */
export class OrderBySupportsApart1764000049000 implements MigrationInterface {
  name = 'OrderBySupportsApart1764000049000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tallies ADD COLUMN supports_order integer NOT NULL DEFAULT 0;
      COMMENT ON COLUMN tallies.supports_order IS 'supports as lists are ordered by them: a copy, at most fifteen seconds old';
      UPDATE tallies SET supports_order = supports WHERE supports > 0;
      ALTER TABLE tallies SET (fillfactor = 80);
      DROP INDEX tallies_supported, tallies_category_supported;
      CREATE INDEX tallies_supported ON tallies (municipality_id, activity_id, supports_order, contribution_id);
      CREATE INDEX tallies_category_supported ON tallies (municipality_id, activity_id, category_id, supports_order, contribution_id);
      INSERT INTO outbox_cursors (consumer, xid, seq, at) SELECT 'tallies-order', xid, seq, at FROM outbox_cursors WHERE consumer = 'tallies';
      CREATE OR REPLACE VIEW visible_tallies AS ${view(', t.supports_order')};
      SELECT mirror_visible_view('visible_tallies');
    `);
  }

  /** The view goes for a moment, since a view cannot lose a column. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW insider.visible_tallies, visible_tallies;
      CREATE VIEW visible_tallies AS ${view('')};
      SELECT mirror_visible_view('visible_tallies');
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN GRANT SELECT ON visible_tallies TO parvis_reader; END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The views could not be granted to parvis_reader.'; END $$;
      DELETE FROM outbox_cursors WHERE consumer = 'tallies-order';
      DROP INDEX tallies_supported, tallies_category_supported;
      CREATE INDEX tallies_supported ON tallies (municipality_id, activity_id, supports, contribution_id);
      CREATE INDEX tallies_category_supported ON tallies (municipality_id, activity_id, category_id, supports, contribution_id);
      ALTER TABLE tallies RESET (fillfactor);
      ALTER TABLE tallies DROP COLUMN supports_order;
    `);
  }
}
