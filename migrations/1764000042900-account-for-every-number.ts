import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of the contribution `c`, in one word. */
const state = `CASE
  WHEN c.publication = 'erased' THEN 'erased'
  WHEN EXISTS (SELECT FROM paper_cancellations x WHERE x.municipality_id = c.municipality_id AND x.contribution_id = c.id AND x.act = 'contribution') THEN 'cancelled'
  WHEN c.moderation = 'hidden' THEN CASE WHEN c.publication = 'pending' THEN 'refused' ELSE 'hidden' END
  WHEN c.moderation = 'correction-asked' THEN 'to-correct'
  WHEN c.publication = 'pending' THEN 'waiting'
  WHEN c.publication = 'withdrawn' AND c.published_at IS NULL THEN 'withdrawn-before-publication'
  ELSE c.publication END`;

const authors = (isShown: string): string => `
  CREATE OR REPLACE VIEW visible_authors AS
    SELECT v.municipality_id, v.id AS contribution_id,
      CASE WHEN p.erased_at IS NULL${isShown} THEN left(encode(sha256(uuid_send(k.pseudonym_key) || uuid_send(v.participant_id)), 'hex'), 16) ELSE '' END AS author, p.source
    FROM visible_contributions v JOIN consultations k ON k.municipality_id = v.municipality_id AND k.id = v.consultation_id
    JOIN participants p ON p.municipality_id = v.municipality_id AND p.id = v.participant_id;
  SELECT mirror_visible_view('visible_authors')`;

/**
 * A row for every contribution whatever became of it, without text or author, so that an auditor finds each number of the town's series
 * again; and no pseudonym beside a text that was taken away. Drafts have no number.
 */
export class AccountForEveryNumber1764000042900 implements MigrationInterface {
  name = 'AccountForEveryNumber1764000042900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW visible_traces AS
        SELECT c.municipality_id, c.id, c.number, c.kind, c.consultation_id, m.subject_id, s.number AS subject_number, ${state} AS state,
          d.rule_version, d.rule_number, d.decided_at, c.published_at
        FROM contributions c
        JOIN visible_consultations k ON k.municipality_id = c.municipality_id AND k.id = c.consultation_id
        LEFT JOIN comments m ON m.municipality_id = c.municipality_id AND m.id = c.id
        LEFT JOIN contributions s ON s.municipality_id = m.municipality_id AND s.id = m.subject_id
        LEFT JOIN LATERAL (
          SELECT d.rule_version, d.rule_number, d.decided_at FROM decisions d
          WHERE c.moderation <> 'none' AND d.municipality_id = c.municipality_id AND d.contribution_id = c.id AND d.act IN ('hide', 'ask-correction', 'refuse', 'lock')
          ORDER BY d.id DESC LIMIT 1) AS d ON true
        WHERE c.publication <> 'draft';
      CREATE VIEW visible_numbers AS
        SELECT c.municipality_id, c.number, CASE WHEN o.open THEN c.id END AS id, CASE WHEN o.open THEN c.kind ELSE '' END AS kind, CASE WHEN o.open THEN k.slug ELSE '' END AS consultation,
          CASE WHEN o.open THEN ${state} ELSE 'not-public' END AS state
        FROM contributions c
        JOIN consultations k ON k.municipality_id = c.municipality_id AND k.id = c.consultation_id
        CROSS JOIN LATERAL (SELECT k.state <> 'draft' AND k.visibility = 'public' AND c.publication <> 'draft' AS open) AS o
        WHERE c.number IS NOT NULL;
      ${authors(' AND NOT v.is_place_only')};
      SELECT mirror_visible_view('visible_traces');
      SELECT mirror_visible_view('visible_numbers');
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN GRANT SELECT ON visible_traces, visible_numbers TO parvis_reader; END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The views could not be granted to parvis_reader.'; END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW insider.visible_numbers, insider.visible_traces;
      DROP VIEW visible_numbers, visible_traces;
      ${authors('')};
    `);
  }
}
