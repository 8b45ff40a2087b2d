import type { MigrationInterface, QueryRunner } from 'typeorm';

const acts = (cancelled: string): string => `
  SELECT v.municipality_id, v.consultation_id, v.participant_id, CASE WHEN v.kind = 'comment' THEN 'comment' ELSE 'contribution' END AS act,
    (v.published_at AT TIME ZONE m.time_zone)::date AS day
  FROM visible_contributions v JOIN municipalities m ON m.id = v.municipality_id ${cancelled}
  UNION ALL
  SELECT v.municipality_id, v.consultation_id, s.participant_id, 'support', (s.created_at AT TIME ZONE m.time_zone)::date
  FROM supports s JOIN visible_contributions v ON v.municipality_id = s.municipality_id AND v.id = s.contribution_id JOIN municipalities m ON m.id = s.municipality_id`;

const grouped = (unit: string, since: string, cancelled: string): string => `
  SELECT municipality_id, consultation_id, '${unit}' AS unit, ${since} AS since, (count(*) FILTER (WHERE act = 'contribution'))::int AS contributions,
    (count(*) FILTER (WHERE act = 'comment'))::int AS comments, (count(*) FILTER (WHERE act = 'support'))::int AS supports, count(DISTINCT participant_id)::int AS people
  FROM (${acts(cancelled)}) AS acts GROUP BY municipality_id, consultation_id, ${since}`;

const participation = (cancelled: string): string => `
  CREATE OR REPLACE VIEW visible_participation AS ${grouped('day', 'day', cancelled)} UNION ALL ${grouped('week', `date_trunc('week', day)::date`, cancelled)};
  SELECT mirror_visible_view('visible_participation')`;

/** What an agent entered by mistake: kept with who cancelled it and why, and in no figure. */
export class CancelPaperEntries1764000042000 implements MigrationInterface {
  name = 'CancelPaperEntries1764000042000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE paper_cancellations (
        municipality_id uuid NOT NULL, id uuid NOT NULL, batch_id uuid NOT NULL,
        act text NOT NULL CHECK (act IN ('contribution', 'support')),
        contribution_id uuid NOT NULL, participant_id uuid NOT NULL, corrected_number integer,
        entered_at timestamptz NOT NULL, reason text NOT NULL, cancelled_by uuid NOT NULL, cancelled_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT paper_cancellations_batch FOREIGN KEY (municipality_id, batch_id) REFERENCES paper_batches,
        CONSTRAINT paper_cancellations_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions,
        CONSTRAINT paper_cancellations_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants,
        CONSTRAINT paper_cancellations_agent FOREIGN KEY (municipality_id, cancelled_by) REFERENCES participants
      );
      COMMENT ON TABLE paper_cancellations IS 'entries of paper that an agent cancelled; kept with the consultation';
      CREATE UNIQUE INDEX paper_cancellations_once ON paper_cancellations (municipality_id, contribution_id) WHERE act = 'contribution';
      CREATE INDEX paper_cancellations_of_batch ON paper_cancellations (municipality_id, batch_id, entered_at);
      ${participation(`WHERE NOT EXISTS (
        SELECT FROM paper_cancellations x WHERE x.municipality_id = v.municipality_id AND x.contribution_id = v.id AND x.act = 'contribution')`)};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${participation('')}; DROP TABLE paper_cancellations;`);
  }
}
