import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took part on paper in a consultation, by name, so that one person with two sheets counts once; and what a batch holds. */
export class EnterPaper1764000027200 implements MigrationInterface {
  name = 'EnterPaper1764000027200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE paper_people (
        municipality_id uuid NOT NULL, consultation_id uuid NOT NULL, participant_id uuid NOT NULL, name_plain text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
        PRIMARY KEY (municipality_id, consultation_id, participant_id),
        CONSTRAINT paper_people_consultation FOREIGN KEY (municipality_id, consultation_id) REFERENCES consultations ON DELETE CASCADE,
        CONSTRAINT paper_people_participant FOREIGN KEY (municipality_id, participant_id) REFERENCES participants ON DELETE CASCADE
      );
      COMMENT ON TABLE paper_people IS 'names on sheets of paper; kept until the consultation has been archived for a year';
      CREATE INDEX paper_people_by_name ON paper_people (municipality_id, consultation_id, name_plain, created_at);
      CREATE INDEX contributions_of_batch ON contributions (municipality_id, paper_batch_id, id) WHERE paper_batch_id IS NOT NULL;
      CREATE INDEX supports_of_batch ON supports (municipality_id, paper_batch_id, created_at) WHERE paper_batch_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX supports_of_batch, contributions_of_batch; DROP TABLE paper_people;');
  }
}
