import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long each table of contributions, supports and the log is kept, said beside the table itself. */
export class SayHowLongProposalsAreKept1764000023200 implements MigrationInterface {
  name = 'SayHowLongProposalsAreKept1764000023200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      COMMENT ON TABLE contributions IS 'kept for ever: public record; drafts a year after their last change (job proposals.forget-drafts)';
      COMMENT ON TABLE proposals IS 'kept with their contribution; emptied when the author asks for erasure';
      COMMENT ON TABLE revisions IS 'kept with their contribution; emptied when the author asks for erasure';
      COMMENT ON TABLE contribution_files IS 'kept with their contribution; removed when the author asks for erasure';
      COMMENT ON TABLE contribution_links IS 'kept for ever: public record';
      COMMENT ON TABLE supports IS 'kept until they are taken back; nameless once the person has left';
      COMMENT ON TABLE tallies IS 'derived: recounted from supports and comments as they change, and whole every night';
      COMMENT ON TABLE imported_tallies IS 'kept with their contribution';
      COMMENT ON TABLE activity_versions IS 'derived: counts changes, for ETags';
      COMMENT ON TABLE outbox IS 'kept for ever: commitments of the public log; no text and no name';
      COMMENT ON TABLE outbox_cursors IS 'where each consumer of the outbox stands';
      COMMENT ON TABLE history IS 'kept for ever: public record; a person who left is nameless in it';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      [
        'contributions',
        'proposals',
        'revisions',
        'contribution_files',
        'contribution_links',
        'supports',
        'tallies',
        'imported_tallies',
        'activity_versions',
        'outbox',
        'outbox_cursors',
        'history',
      ]
        .map((table) => `COMMENT ON TABLE ${table} IS NULL;`)
        .join('\n'),
    );
  }
}
