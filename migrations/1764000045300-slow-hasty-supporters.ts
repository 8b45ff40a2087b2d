import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How fast people support, counted after the act, and until when somebody too fast must wait: the statement that decides reads one column more. */
export class SlowHastySupporters1764000045300 implements MigrationInterface {
  name = 'SlowHastySupporters1764000045300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE participants ADD COLUMN supports_paused_until timestamptz;
      CREATE TABLE support_paces (
        municipality_id uuid NOT NULL, participant_id uuid NOT NULL, minute timestamptz NOT NULL, acts integer NOT NULL,
        PRIMARY KEY (municipality_id, participant_id, minute),
        CONSTRAINT support_paces_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants ON DELETE CASCADE
      );
      COMMENT ON TABLE support_paces IS 'how many supports a person gave or took back in a minute; two hours';
      CREATE INDEX support_paces_old ON support_paces (minute);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE support_paces; ALTER TABLE participants DROP COLUMN supports_paused_until;');
  }
}
