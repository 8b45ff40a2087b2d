import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What core/consultations keeps, for how long; and up to which transaction the people of a consultation were counted. */
export class SayHowLongConsultationsAreKept1764000022200 implements MigrationInterface {
  name = 'SayHowLongConsultationsAreKept1764000022200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE consultation_people ADD COLUMN counted_xmin xid8;
      COMMENT ON COLUMN consultation_people.counted_xmin IS 'transactions from this one on may not have been counted';
      COMMENT ON TABLE consultations IS 'kept for ever: public record; a draft until it is removed';
      COMMENT ON TABLE consultation_slugs IS 'kept for ever: old addresses lead on';
      COMMENT ON TABLE consultation_versions IS 'kept for ever: public record of changes';
      COMMENT ON TABLE consultation_documents IS 'kept with its consultation';
      COMMENT ON TABLE consultation_areas IS 'kept with its consultation';
      COMMENT ON TABLE consultation_people IS 'derived: counted again every minute where something happened, and whole every night';
      COMMENT ON TABLE activities IS 'kept with its consultation';
      COMMENT ON TABLE phases IS 'kept with its consultation';
      COMMENT ON TABLE phase_openings IS 'kept with its phase';
      COMMENT ON TABLE openings IS 'derived from phases, phase_openings and settings (writeOpenings in core/consultations)';
      COMMENT ON TABLE rolls IS 'addresses: 90 days after the consultation is archived, or when the person leaves; job consultations.retention';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      COMMENT ON TABLE consultations IS NULL; COMMENT ON TABLE consultation_slugs IS NULL; COMMENT ON TABLE consultation_versions IS NULL; COMMENT ON TABLE consultation_documents IS NULL;
      COMMENT ON TABLE consultation_areas IS NULL; COMMENT ON TABLE consultation_people IS NULL; COMMENT ON TABLE activities IS NULL; COMMENT ON TABLE phases IS NULL;
      COMMENT ON TABLE phase_openings IS NULL; COMMENT ON TABLE openings IS NULL; COMMENT ON TABLE rolls IS NULL;
      ALTER TABLE consultation_people DROP COLUMN counted_xmin;
    `);
  }
}
