import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateModeration1764000007000 implements MigrationInterface {
  name = 'CreateModeration1764000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE decisions (
        municipality_id uuid NOT NULL, id uuid NOT NULL, contribution_id uuid NOT NULL, revision integer NOT NULL,
        act text NOT NULL CHECK (act IN ('keep', 'hide', 'restore', 'ask-correction', 'lock', 'unlock', 'publish', 'refuse')),
        rule_version integer NOT NULL, rule_number integer NOT NULL, reason text NOT NULL CHECK (length(reason) > 0),
        decided_by uuid NOT NULL, decided_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        appeal_id uuid,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT decisions_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions,
        CONSTRAINT decisions_rule FOREIGN KEY (municipality_id, rule_version, rule_number) REFERENCES moderation_rules,
        CONSTRAINT decisions_moderator FOREIGN KEY (municipality_id, decided_by) REFERENCES participants
      );
      CREATE INDEX decisions_of_contribution ON decisions (municipality_id, contribution_id, id);
      CREATE TABLE appeals (
        municipality_id uuid NOT NULL, id uuid NOT NULL, decision_id uuid NOT NULL, contribution_id uuid NOT NULL, participant_id uuid NOT NULL,
        body text NOT NULL, created_at timestamptz NOT NULL DEFAULT statement_timestamp(), settled_by uuid,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT appeals_once UNIQUE (municipality_id, decision_id),
        CONSTRAINT appeals_decision FOREIGN KEY (municipality_id, decision_id) REFERENCES decisions,
        CONSTRAINT appeals_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions,
        CONSTRAINT appeals_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants,
        CONSTRAINT appeals_settled FOREIGN KEY (municipality_id, settled_by) REFERENCES decisions
      );
      ALTER TABLE decisions ADD CONSTRAINT decisions_appeal FOREIGN KEY (municipality_id, appeal_id) REFERENCES appeals;
      CREATE TABLE flags (
        municipality_id uuid NOT NULL, id uuid NOT NULL, contribution_id uuid NOT NULL, revision integer NOT NULL, participant_id uuid NOT NULL,
        ground text NOT NULL CHECK (ground IN ('spam', 'insult-hate', 'illegal', 'personal-data', 'off-topic', 'duplicate', 'other')),
        body text NOT NULL DEFAULT '', created_at timestamptz NOT NULL DEFAULT statement_timestamp(), settled_by uuid,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT flags_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions,
        CONSTRAINT flags_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants,
        CONSTRAINT flags_settled FOREIGN KEY (municipality_id, settled_by) REFERENCES decisions
      );
      CREATE UNIQUE INDEX flags_once ON flags (municipality_id, contribution_id, participant_id) WHERE settled_by IS NULL;
      CREATE INDEX flags_waiting ON flags (municipality_id, created_at) WHERE settled_by IS NULL;
      CREATE TABLE moderation_claims (
        municipality_id uuid NOT NULL, contribution_id uuid NOT NULL, participant_id uuid NOT NULL, until timestamptz NOT NULL,
        PRIMARY KEY (municipality_id, contribution_id),
        CONSTRAINT moderation_claims_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions,
        CONSTRAINT moderation_claims_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE moderation_claims, flags; ALTER TABLE decisions DROP CONSTRAINT decisions_appeal; DROP TABLE appeals, decisions;
    `);
  }
}
