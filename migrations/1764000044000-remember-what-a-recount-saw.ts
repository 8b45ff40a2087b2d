import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tallies of supports move by what happened, not by counting again: what a recount has seen already must not be added a second time. */
export class RememberWhatARecountSaw1764000044000 implements MigrationInterface {
  name = 'RememberWhatARecountSaw1764000044000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tallies ADD COLUMN counted_in pg_snapshot;
      COMMENT ON COLUMN tallies.counted_in IS 'the snapshot of the last recount of supports: events of transactions visible in it are in the count';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tallies DROP COLUMN counted_in');
  }
}
