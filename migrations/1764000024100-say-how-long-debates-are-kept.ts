import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What core/comments and core/moderation keep, for how long; the nightly job `moderation-retention` keeps the word. */
const kept = {
  comments: 'with their consultation; emptied when their author asks for erasure',
  decisions: 'for ever: the public history of moderation; never deleted, not even undone ones',
  appeals: 'for ever; words go when their author leaves',
  flags: 'grounds and outcomes for ever; words a year after the decision, or when their author leaves',
  moderation_claims: 'a quarter of an hour; removed each night',
  moderation_notes: 'a year',
} as const;

export class SayHowLongDebatesAreKept1764000024100 implements MigrationInterface {
  name = 'SayHowLongDebatesAreKept1764000024100';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, words] of Object.entries(kept)) await runner.query(`COMMENT ON TABLE ${table} IS '${words}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(kept)) await runner.query(`COMMENT ON TABLE ${table} IS NULL`);
  }
}
