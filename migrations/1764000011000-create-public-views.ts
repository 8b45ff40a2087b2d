import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePublicViews1764000011000 implements MigrationInterface {
  name = 'CreatePublicViews1764000011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN CREATE ROLE parvis_reader NOLOGIN; END IF;
        EXECUTE format('GRANT parvis_reader TO %I', current_user);
      EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
        RAISE NOTICE 'The role parvis_reader could not be made: public reads use the owner''s role.';
      END $$;
      CREATE VIEW visible_municipalities AS
        SELECT id AS municipality_id, slug, host, origin, insee_code, name, tagline, population, postal_codes, languages, time_zone, accent, arms_file_id, territory,
          suspended_at IS NOT NULL AS suspended
        FROM municipalities;
      CREATE VIEW visible_consultations AS
        SELECT municipality_id, id, slug, state, title, question, summary, body_html, body_text, cover_file_id, cover_alt, decided_by, decided_on, contact, what_then,
          response_delay_days, territory, version, published_at, closed_at, archived_at, updated_at
        FROM consultations WHERE state <> 'draft' AND visibility = 'public';
      CREATE VIEW visible_activities AS
        SELECT a.municipality_id, a.id, a.consultation_id, a.kind, a.slug, a.title, a.intro, a.position, a.settings
        FROM activities a JOIN visible_consultations c ON c.municipality_id = a.municipality_id AND c.id = a.consultation_id;
      CREATE VIEW visible_phases AS
        SELECT p.municipality_id, p.id, p.consultation_id, p.kind, p.title, p.description, p.position, p.starts_at, p.ends_at
        FROM phases p JOIN visible_consultations c ON c.municipality_id = p.municipality_id AND c.id = p.consultation_id;
      CREATE VIEW visible_openings AS
        SELECT o.municipality_id, o.activity_id, o.action, o.phase_id, o.opens_at, o.closes_at, o.min_level
        FROM openings o JOIN visible_activities a ON a.municipality_id = o.municipality_id AND a.id = o.activity_id;
      CREATE VIEW visible_participants AS
        SELECT municipality_id, id, source, level, CASE WHEN erased_at IS NULL THEN display_name ELSE '' END AS display_name, erased_at IS NOT NULL AS is_erased FROM participants;
      CREATE VIEW visible_contributions AS
        SELECT c.municipality_id, c.id, c.kind, c.consultation_id, c.activity_id, c.number, c.participant_id, c.publication, c.moderation,
          c.moderation IN ('hidden', 'correction-asked') OR c.publication = 'erased' AS is_place_only,
          c.status, c.revision, c.channel, c.withdrawn_reason, c.published_at, c.updated_at
        FROM contributions c JOIN consultations k ON k.municipality_id = c.municipality_id AND k.id = c.consultation_id
        WHERE c.publication IN ('published', 'withdrawn', 'merged', 'erased') AND k.state <> 'draft' AND k.visibility = 'public';
      CREATE VIEW visible_proposals AS
        SELECT v.*, CASE WHEN v.is_place_only THEN '' ELSE p.title END AS title, CASE WHEN v.is_place_only THEN '' ELSE p.body_html END AS body_html,
          CASE WHEN v.is_place_only THEN '' ELSE p.body_text END AS body_text, p.category_id, p.area_id,
          CASE WHEN NOT v.is_place_only THEN p.lon END AS lon, CASE WHEN NOT v.is_place_only THEN p.lat END AS lat,
          CASE WHEN v.is_place_only THEN '' ELSE p.address END AS address, p.search, p.title_words,
          CASE WHEN v.is_place_only THEN '' ELSE p.title_plain END AS title_plain
        FROM visible_contributions v JOIN proposals p ON p.municipality_id = v.municipality_id AND p.id = v.id;
      CREATE VIEW visible_comments AS
        SELECT v.*, m.subject_id, m.parent_id, m.depth, m.stance, CASE WHEN v.is_place_only THEN '' ELSE m.body END AS body
        FROM visible_contributions v JOIN comments m ON m.municipality_id = v.municipality_id AND m.id = v.id;
      CREATE VIEW visible_tallies AS
        SELECT t.* FROM tallies t JOIN visible_contributions v ON v.municipality_id = t.municipality_id AND v.id = t.contribution_id;
      CREATE VIEW visible_imported_tallies AS
        SELECT t.municipality_id, t.contribution_id, t.label, t.count FROM imported_tallies t JOIN visible_contributions v ON v.municipality_id = t.municipality_id AND v.id = t.contribution_id;
      CREATE VIEW visible_revisions AS
        SELECT r.municipality_id, r.contribution_id, r.revision, CASE WHEN v.is_place_only THEN '{}'::jsonb ELSE r.content END AS content, r.reason, r.edited_at
        FROM revisions r JOIN visible_contributions v ON v.municipality_id = r.municipality_id AND v.id = r.contribution_id;
      CREATE VIEW visible_decisions AS
        SELECT d.municipality_id, d.id, d.contribution_id, d.revision, d.act, d.rule_version, d.rule_number, d.reason, d.decided_at, d.appeal_id
        FROM decisions d JOIN visible_contributions v ON v.municipality_id = d.municipality_id AND v.id = d.contribution_id;
      CREATE VIEW visible_moderation_rules AS SELECT municipality_id, version, number, title, body FROM moderation_rules;
      CREATE VIEW visible_moderation_rule_versions AS SELECT municipality_id, version, published_at FROM moderation_rule_versions;
      CREATE VIEW visible_legal_pages AS SELECT municipality_id, page, language, version, title, body_html, published_at FROM legal_pages;
      CREATE VIEW visible_responses AS
        SELECT r.municipality_id, r.id, r.consultation_id, r.activity_id, r.status, r.body_html, r.body_text, r.signed_as, r.published_at
        FROM responses r JOIN visible_consultations c ON c.municipality_id = r.municipality_id AND c.id = r.consultation_id WHERE r.state = 'published';
      CREATE VIEW visible_response_subjects AS
        SELECT s.municipality_id, s.response_id, s.contribution_id FROM response_subjects s JOIN visible_responses r ON r.municipality_id = s.municipality_id AND r.id = s.response_id;
      CREATE VIEW visible_commitments AS
        SELECT c.municipality_id, c.id, c.response_id, c.consultation_id, c.title, c.due_on, c.state, c.progress, c.cost_cents, c.voted_cents, c.note, c.updated_at
        FROM commitments c JOIN visible_responses r ON r.municipality_id = c.municipality_id AND r.id = c.response_id;
      CREATE VIEW visible_milestones AS
        SELECT m.municipality_id, m.id, m.commitment_id, m.title, m.due_on, m.done_on, m.note, m.position
        FROM milestones m JOIN visible_commitments c ON c.municipality_id = m.municipality_id AND c.id = m.commitment_id;
      CREATE VIEW visible_history AS
        SELECT h.municipality_id, h.id, h.consultation_id, h.contribution_id, h.participant_id, h.role, h.act, h.detail, h.reason, h.at
        FROM history h JOIN visible_consultations c ON c.municipality_id = h.municipality_id AND c.id = h.consultation_id
        WHERE h.contribution_id IS NULL OR EXISTS (SELECT FROM visible_contributions v WHERE v.municipality_id = h.municipality_id AND v.id = h.contribution_id);
      CREATE VIEW visible_files AS
        SELECT municipality_id, id, purpose, media_type, file_name, bytes, width, height, pages FROM files WHERE is_public;
      CREATE VIEW visible_contribution_files AS
        SELECT f.municipality_id, f.contribution_id, f.file_id, f.alt, f.position FROM contribution_files f
        JOIN visible_contributions v ON v.municipality_id = f.municipality_id AND v.id = f.contribution_id WHERE NOT v.is_place_only;
      CREATE VIEW visible_consultation_documents AS
        SELECT d.municipality_id, d.consultation_id, d.file_id, d.title, d.position FROM consultation_documents d
        JOIN visible_consultations c ON c.municipality_id = d.municipality_id AND c.id = d.consultation_id;
      CREATE VIEW visible_response_files AS
        SELECT f.municipality_id, f.response_id, f.file_id, f.title, f.position FROM response_files f
        JOIN visible_responses r ON r.municipality_id = f.municipality_id AND r.id = f.response_id;
      CREATE VIEW visible_links AS
        SELECT l.municipality_id, l.from_id, l.to_id, l.link, l.reason, l.made_at FROM contribution_links l
        JOIN visible_contributions a ON a.municipality_id = l.municipality_id AND a.id = l.from_id
        JOIN visible_contributions b ON b.municipality_id = l.municipality_id AND b.id = l.to_id WHERE l.undone_at IS NULL;
      DO $$ DECLARE one record; BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_reader') THEN
          GRANT USAGE ON SCHEMA public TO parvis_reader;
          FOR one IN SELECT table_name FROM information_schema.views WHERE table_schema = 'public' AND table_name LIKE 'visible\\_%' LOOP
            EXECUTE format('GRANT SELECT ON %I TO parvis_reader', one.table_name);
          END LOOP;
        END IF;
      EXCEPTION WHEN insufficient_privilege THEN RAISE NOTICE 'The views could not be granted to parvis_reader.'; END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP VIEW visible_links, visible_response_files, visible_consultation_documents, visible_contribution_files, visible_files, visible_history, visible_milestones, visible_commitments,
        visible_response_subjects, visible_responses, visible_legal_pages, visible_moderation_rule_versions, visible_moderation_rules, visible_decisions, visible_revisions,
        visible_imported_tallies, visible_tallies, visible_comments, visible_proposals, visible_contributions, visible_participants, visible_openings, visible_phases,
        visible_activities, visible_consultations, visible_municipalities;
    `);
  }
}
