import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever sends the wrong file to an import reads which columns it has, not only which it lacks. */
export class TellTheColumnsOfAWrongFile1764000052100 implements MigrationInterface {
  name = 'TellTheColumnsOfAWrongFile1764000052100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE imports ADD COLUMN found jsonb;
      COMMENT ON COLUMN imports.found IS 'format and columns of a file from which nothing could be taken, since its columns are not those of the mapping';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports DROP COLUMN found');
  }
}
