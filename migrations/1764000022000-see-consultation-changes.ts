import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the public reads of a consultation beside its present text: its versions, older addresses, the quarters concerned, the people
 * who took part. `consultation_people` is derived (recountPeople in core/consultations) and may be made again at any time.
 */
export class SeeConsultationChanges1764000022000 implements MigrationInterface {
  name = 'SeeConsultationChanges1764000022000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX consultations_by_state ON consultations (municipality_id, state, id);
      CREATE INDEX contributions_of_consultation ON contributions (municipality_id, consultation_id, participant_id);
      ALTER TABLE rolls ADD COLUMN invited_at timestamptz;
      CREATE UNIQUE INDEX rolls_address ON rolls (municipality_id, consultation_id, lower(email));
      CREATE INDEX rolls_waiting ON rolls (municipality_id, lower(email)) WHERE account_id IS NULL;
      CREATE INDEX rolls_by_account ON rolls (municipality_id, account_id) WHERE account_id IS NOT NULL;
      CREATE TABLE consultation_areas (
        municipality_id uuid NOT NULL, consultation_id uuid NOT NULL, area_id text NOT NULL,
        PRIMARY KEY (municipality_id, consultation_id, area_id),
        CONSTRAINT consultation_areas_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE
      );
      CREATE TABLE consultation_people (
        municipality_id uuid NOT NULL, consultation_id uuid NOT NULL,
        by_level integer[] NOT NULL DEFAULT '{0,0,0,0,0,0}',
        counted_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, consultation_id),
        CONSTRAINT consultation_people_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE
      );
      COMMENT ON COLUMN consultation_people.by_level IS 'people, by index 1 to 6: imported, e-mail, post, register, identity provider, paper';
      CREATE VIEW visible_consultation_versions AS
        SELECT v.municipality_id, v.consultation_id, v.version, v.content, v.reason, v.changed_at FROM consultation_versions v
        JOIN visible_consultations c ON c.municipality_id = v.municipality_id AND c.id = v.consultation_id;
      CREATE VIEW visible_consultation_slugs AS
        SELECT s.municipality_id, s.slug, s.consultation_id, s.is_current FROM consultation_slugs s
        JOIN visible_consultations c ON c.municipality_id = s.municipality_id AND c.id = s.consultation_id;
      CREATE VIEW visible_consultation_areas AS
        SELECT a.municipality_id, a.consultation_id, a.area_id FROM consultation_areas a
        JOIN visible_consultations c ON c.municipality_id = a.municipality_id AND c.id = a.consultation_id;
      CREATE VIEW visible_consultation_people AS
        SELECT p.municipality_id, p.consultation_id, p.by_level, p.counted_at FROM consultation_people p
        JOIN visible_consultations c ON c.municipality_id = p.municipality_id AND c.id = p.consultation_id;
      SELECT mirror_visible_view(name) FROM unnest(ARRAY['visible_consultation_versions', 'visible_consultation_slugs', 'visible_consultation_areas', 'visible_consultation_people']) AS name;
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN
          GRANT SELECT ON visible_consultation_versions, visible_consultation_slugs, visible_consultation_areas, visible_consultation_people TO parvis_reader;
        END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The views could not be granted to parvis_reader.'; END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW insider.visible_consultation_people, insider.visible_consultation_areas, insider.visible_consultation_slugs, insider.visible_consultation_versions;
      DROP VIEW visible_consultation_people, visible_consultation_areas, visible_consultation_slugs, visible_consultation_versions;
      DROP TABLE consultation_people, consultation_areas;
      DROP INDEX rolls_by_account, rolls_waiting, rolls_address, contributions_of_consultation, consultations_by_state;
      ALTER TABLE rolls DROP COLUMN invited_at;
    `);
  }
}
