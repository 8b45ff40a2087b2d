import type { MigrationInterface, QueryRunner } from 'typeorm';

const supports = (day: string, more: string): string => `
  SELECT s.municipality_id, s.contribution_id, s.level, s.channel, (s.created_at AT TIME ZONE ${day})::date AS day
  FROM supports s JOIN visible_contributions v ON v.municipality_id = s.municipality_id AND v.id = s.contribution_id ${more}`;

const acts = `
  SELECT v.municipality_id, v.consultation_id, v.participant_id, CASE WHEN v.kind = 'comment' THEN 'comment' ELSE 'contribution' END AS act,
    (v.published_at AT TIME ZONE m.time_zone)::date AS day
  FROM visible_contributions v JOIN municipalities m ON m.id = v.municipality_id
  UNION ALL
  SELECT v.municipality_id, v.consultation_id, s.participant_id, 'support', (s.created_at AT TIME ZONE m.time_zone)::date
  FROM supports s JOIN visible_contributions v ON v.municipality_id = s.municipality_id AND v.id = s.contribution_id JOIN municipalities m ON m.id = s.municipality_id`;

const grouped = (unit: string, since: string): string => `
  SELECT municipality_id, consultation_id, '${unit}' AS unit, ${since} AS since, (count(*) FILTER (WHERE act = 'contribution'))::int AS contributions,
    (count(*) FILTER (WHERE act = 'comment'))::int AS comments, (count(*) FILTER (WHERE act = 'support'))::int AS supports, count(DISTINCT participant_id)::int AS people
  FROM (${acts}) AS acts GROUP BY municipality_id, consultation_id, ${since}`;

/**
 * What results and open data read: acts by day and week of the town's calendar, with people counted once in each; and authors under a
 * pseudonym of their own in each consultation (docs/decisions/0028). The key of a consultation's pseudonyms is in no view.
 */
export class SeeParticipation1764000028000 implements MigrationInterface {
  name = 'SeeParticipation1764000028000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE consultations ADD COLUMN pseudonym_key uuid NOT NULL DEFAULT gen_random_uuid();
      CREATE OR REPLACE VIEW visible_supports AS ${supports('m.time_zone', 'JOIN municipalities m ON m.id = s.municipality_id')};
      CREATE VIEW visible_participation AS ${grouped('day', 'day')} UNION ALL ${grouped('week', `date_trunc('week', day)::date`)};
      CREATE VIEW visible_authors AS
        SELECT v.municipality_id, v.id AS contribution_id,
          CASE WHEN p.erased_at IS NULL THEN left(encode(sha256(uuid_send(k.pseudonym_key) || uuid_send(v.participant_id)), 'hex'), 16) ELSE '' END AS author, p.source
        FROM visible_contributions v JOIN consultations k ON k.municipality_id = v.municipality_id AND k.id = v.consultation_id
        JOIN participants p ON p.municipality_id = v.municipality_id AND p.id = v.participant_id;
      SELECT mirror_visible_view(name) FROM unnest(ARRAY['visible_supports', 'visible_participation', 'visible_authors']) AS name;
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN GRANT SELECT ON visible_participation, visible_authors TO parvis_reader; END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The views could not be granted to parvis_reader.'; END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW insider.visible_authors, insider.visible_participation;
      DROP VIEW visible_authors, visible_participation;
      CREATE OR REPLACE VIEW visible_supports AS ${supports(`'UTC'`, '')};
      SELECT mirror_visible_view('visible_supports');
      ALTER TABLE consultations DROP COLUMN pseudonym_key;
    `);
  }
}
