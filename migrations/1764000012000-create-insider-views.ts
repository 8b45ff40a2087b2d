import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Views of the same names and columns as the public ones, without the public filter, in the schema `insider`: what the public reads of
 * public consultations, invited people and staff read by the same SQL of invited ones and of drafts, once a policy has admitted them.
 * Each later migration that makes a `visible_` view calls `mirror_visible_view('<name>')`.
 */
export class CreateInsiderViews1764000012000 implements MigrationInterface {
  name = 'CreateInsiderViews1764000012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA insider;
      CREATE VIEW insider.visible_consultations AS
        SELECT municipality_id, id, slug, state, title, question, summary, body_html, body_text, cover_file_id, cover_alt, decided_by, decided_on, contact, what_then,
          response_delay_days, territory, version, published_at, closed_at, archived_at, updated_at
        FROM public.consultations;
      CREATE VIEW insider.visible_contributions AS
        SELECT c.municipality_id, c.id, c.kind, c.consultation_id, c.activity_id, c.number, c.participant_id, c.publication, c.moderation,
          c.moderation IN ('hidden', 'correction-asked') OR c.publication = 'erased' AS is_place_only,
          c.status, c.revision, c.channel, c.withdrawn_reason, c.published_at, c.updated_at
        FROM public.contributions c WHERE c.publication IN ('published', 'withdrawn', 'merged', 'erased');
      CREATE FUNCTION mirror_visible_view(name text) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE definition text;
      BEGIN
        -- With public alone in the path, the definition names other views bare; read again with insider first, they are insider's.
        PERFORM set_config('search_path', 'public', true);
        definition := pg_get_viewdef(('public.' || quote_ident(name))::regclass);
        PERFORM set_config('search_path', 'insider,public', true);
        EXECUTE format('CREATE OR REPLACE VIEW insider.%I AS %s', name, definition);
        PERFORM set_config('search_path', 'public', true);
      END $$;
      DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT relname FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace AND relname LIKE 'visible\\_%'
          AND relname NOT IN ('visible_consultations', 'visible_contributions') ORDER BY oid LOOP
          PERFORM mirror_visible_view(one.relname);
        END LOOP;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA insider CASCADE; DROP FUNCTION mirror_visible_view;');
  }
}
