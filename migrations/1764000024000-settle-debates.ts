import type { MigrationInterface, QueryRunner } from 'typeorm';

const seen = (columns: string, table: string): string => `
  SELECT c.municipality_id, c.id, c.kind, c.consultation_id, c.activity_id, c.number, c.participant_id, c.publication, c.moderation,
    ${columns} AS is_place_only, c.status, c.revision, c.channel, c.withdrawn_reason, c.published_at, c.updated_at
  FROM ${table}`;
const publicOnes = (
  more: string,
): string => `contributions c JOIN consultations k ON k.municipality_id = c.municipality_id AND k.id = c.consultation_id
  WHERE c.publication IN ('published', 'withdrawn', 'merged', 'erased')${more} AND k.state <> 'draft' AND k.visibility = 'public'`;
const allOnes = (more: string): string =>
  `public.contributions c WHERE c.publication IN ('published', 'withdrawn', 'merged', 'erased')${more}`;
/** What its author withdrew before a moderator had published it was never public and does not become it. */
const once = ` AND (c.publication = 'published' OR c.published_at IS NOT NULL)`;
const before = `c.moderation IN ('hidden', 'correction-asked') OR c.publication = 'erased'`;
const after = `${before} OR (c.kind = 'comment' AND c.publication = 'withdrawn')`;

/**
 * What a debate and its moderation need: a withdrawn comment leaves its place; an appeal is decided by another moderator, by the
 * database; notes between moderators; figures of moderation that anyone may read; the office of officials who answer.
 */
export class SettleDebates1764000024000 implements MigrationInterface {
  name = 'SettleDebates1764000024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW public.visible_contributions AS ${seen(after, publicOnes(once))};
      CREATE OR REPLACE VIEW insider.visible_contributions AS ${seen(after, allOnes(once))};
      ALTER TABLE decisions ADD CONSTRAINT decisions_by UNIQUE (municipality_id, id, decided_by);
      ALTER TABLE appeals ADD COLUMN contested_by uuid;
      UPDATE appeals a SET contested_by = d.decided_by FROM decisions d WHERE d.municipality_id = a.municipality_id AND d.id = a.decision_id;
      ALTER TABLE appeals ALTER COLUMN contested_by SET NOT NULL,
        ADD CONSTRAINT appeals_contested FOREIGN KEY (municipality_id, decision_id, contested_by) REFERENCES decisions (municipality_id, id, decided_by),
        ADD CONSTRAINT appeals_by UNIQUE (municipality_id, id, contested_by);
      CREATE INDEX appeals_waiting ON appeals (municipality_id, created_at) WHERE settled_by IS NULL;
      CREATE INDEX appeals_of_contribution ON appeals (municipality_id, contribution_id);
      ALTER TABLE decisions ADD COLUMN contested_by uuid;
      UPDATE decisions d SET contested_by = a.contested_by FROM appeals a WHERE a.municipality_id = d.municipality_id AND a.id = d.appeal_id;
      ALTER TABLE decisions
        ADD CONSTRAINT decisions_appeal_by FOREIGN KEY (municipality_id, appeal_id, contested_by) REFERENCES appeals (municipality_id, id, contested_by),
        ADD CONSTRAINT decisions_contested_whole CHECK ((appeal_id IS NULL) = (contested_by IS NULL)),
        ADD CONSTRAINT decisions_by_another CHECK (contested_by <> decided_by);
      CREATE INDEX flags_of_decision ON flags (municipality_id, settled_by) WHERE settled_by IS NOT NULL;
      CREATE INDEX flags_by_participant ON flags (municipality_id, participant_id, id);
      CREATE TABLE moderation_notes (
        municipality_id uuid NOT NULL, id uuid NOT NULL, contribution_id uuid NOT NULL, participant_id uuid NOT NULL,
        body text NOT NULL CHECK (length(body) > 0), asks_opinion boolean NOT NULL DEFAULT false, answered_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT moderation_notes_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions,
        CONSTRAINT moderation_notes_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants
      );
      CREATE INDEX moderation_notes_of_contribution ON moderation_notes (municipality_id, contribution_id, id);
      CREATE INDEX moderation_notes_asking ON moderation_notes (municipality_id, contribution_id) WHERE asks_opinion AND answered_at IS NULL;
      CREATE VIEW visible_officials AS
        SELECT p.municipality_id, p.id AS participant_id, r.title FROM participants p
        JOIN account_roles r ON r.municipality_id = p.municipality_id AND r.account_id = p.account_id AND r.role = 'official';
      CREATE VIEW visible_moderation_acts AS
        SELECT d.municipality_id, d.id, c.consultation_id, c.kind, d.act, d.rule_version, d.rule_number, d.decided_at, d.appeal_id IS NOT NULL AS is_appeal,
          coalesce((SELECT min(f.created_at) FROM flags f WHERE f.municipality_id = d.municipality_id AND f.settled_by = d.id),
            (SELECT a.created_at FROM appeals a WHERE a.municipality_id = d.municipality_id AND a.id = d.appeal_id),
            CASE WHEN d.act IN ('publish', 'refuse') THEN (SELECT r.edited_at FROM revisions r WHERE r.municipality_id = d.municipality_id AND r.contribution_id = d.contribution_id AND r.revision = d.revision) END) AS waited_since,
          (SELECT x.act FROM appeals a JOIN decisions x ON x.municipality_id = a.municipality_id AND x.id = a.decision_id WHERE a.municipality_id = d.municipality_id AND a.id = d.appeal_id) AS contested_act
        FROM decisions d JOIN contributions c ON c.municipality_id = d.municipality_id AND c.id = d.contribution_id
        JOIN visible_consultations k ON k.municipality_id = c.municipality_id AND k.id = c.consultation_id;
      SELECT mirror_visible_view('visible_officials');
      SELECT mirror_visible_view('visible_moderation_acts');
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN
          GRANT SELECT ON public.visible_officials, public.visible_moderation_acts TO parvis_reader;
        END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The views could not be granted to parvis_reader.'; END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW insider.visible_moderation_acts, insider.visible_officials;
      DROP VIEW public.visible_moderation_acts, public.visible_officials;
      DROP TABLE moderation_notes;
      DROP INDEX flags_by_participant, flags_of_decision, appeals_of_contribution, appeals_waiting;
      ALTER TABLE decisions DROP CONSTRAINT decisions_by_another, DROP CONSTRAINT decisions_contested_whole, DROP CONSTRAINT decisions_appeal_by, DROP COLUMN contested_by;
      ALTER TABLE appeals DROP CONSTRAINT appeals_by, DROP CONSTRAINT appeals_contested, DROP COLUMN contested_by;
      ALTER TABLE decisions DROP CONSTRAINT decisions_by;
      CREATE OR REPLACE VIEW insider.visible_contributions AS ${seen(before, allOnes(''))};
      CREATE OR REPLACE VIEW public.visible_contributions AS ${seen(before, publicOnes(''))};
    `);
  }
}
