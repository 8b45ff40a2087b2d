import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutboxAndHistory1764000006000 implements MigrationInterface {
  name = 'CreateOutboxAndHistory1764000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        municipality_id uuid NOT NULL, seq bigint GENERATED ALWAYS AS IDENTITY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        topic text NOT NULL, consultation_id uuid, contribution_id uuid, participant_id uuid, subject jsonb NOT NULL DEFAULT '{}',
        salt bytea NOT NULL, commitment bytea NOT NULL CHECK (length(commitment) = 32),
        at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, seq)
      );
      CREATE INDEX outbox_in_commit_order ON outbox (xid, seq);
      CREATE TABLE outbox_cursors (consumer text PRIMARY KEY, xid xid8 NOT NULL DEFAULT '0', seq bigint NOT NULL DEFAULT 0);
      CREATE TABLE history (
        municipality_id uuid NOT NULL, id uuid NOT NULL, consultation_id uuid, contribution_id uuid,
        participant_id uuid, role text NOT NULL, act text NOT NULL, detail jsonb NOT NULL DEFAULT '{}', reason text NOT NULL DEFAULT '',
        at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT history_subject CHECK (consultation_id IS NOT NULL OR contribution_id IS NOT NULL),
        CONSTRAINT history_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE,
        CONSTRAINT history_contribution FOREIGN KEY (municipality_id, contribution_id) REFERENCES contributions,
        CONSTRAINT history_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants
      );
      CREATE INDEX history_of_contribution ON history (municipality_id, contribution_id, id);
      CREATE INDEX history_of_consultation ON history (municipality_id, consultation_id, id) WHERE contribution_id IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE history, outbox_cursors, outbox;
    `);
  }
}
