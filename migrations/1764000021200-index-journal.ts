import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The town's journal leaves supports out: they are many, and counted elsewhere. */
export class IndexJournal1764000021200 implements MigrationInterface {
  name = 'IndexJournal1764000021200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX outbox_journal ON outbox (municipality_id, seq) WHERE topic NOT LIKE 'support.%';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outbox_journal;');
  }
}
