import type { MigrationInterface, QueryRunner } from 'typeorm';

const refused = `('hide', 'ask-correction', 'refuse')`;
const about = 'd.municipality_id = r.municipality_id AND d.contribution_id = r.contribution_id';
const nearest = (column: string): string =>
  `(SELECT d.${column} FROM decisions d WHERE ${about} AND d.revision >= r.revision AND d.act IN ('hide', 'ask-correction', 'refuse', 'publish', 'restore') ORDER BY d.revision, d.id DESC LIMIT 1)`;

/**
 * A former version that moderators took away, or that was replaced before they had let anybody read it: the first decision about it or a
 * later version refused it, or that decision showed a later version while this one was still waiting or hidden.
 */
const withheld = `r.revision < v.revision AND (${nearest('act')} IN ${refused} OR (${nearest('revision')} > r.revision AND (
  (${nearest('act')} = 'publish' AND NOT (r.revision = 1 AND v.published_at <= r.edited_at))
  OR (SELECT d.act FROM decisions d WHERE ${about} AND d.decided_at <= r.edited_at AND d.act IN ('hide', 'ask-correction', 'refuse', 'publish', 'restore') ORDER BY d.id DESC LIMIT 1) IN ${refused})))`;

const revisions = (gone: string, reason: string): string => `
  CREATE OR REPLACE VIEW visible_revisions AS
    SELECT r.municipality_id, r.contribution_id, r.revision, CASE WHEN ${gone} THEN '{}'::jsonb ELSE r.content END AS content, ${reason} AS reason, r.edited_at
    FROM revisions r JOIN visible_contributions v ON v.municipality_id = r.municipality_id AND v.id = r.contribution_id;
  SELECT mirror_visible_view('visible_revisions')`;

const history = (reason: string): string => `
  CREATE OR REPLACE VIEW visible_history AS
    SELECT h.municipality_id, h.id, h.consultation_id, h.contribution_id, h.participant_id, h.role, h.act, h.detail, ${reason} AS reason, h.at
    FROM history h JOIN visible_consultations c ON c.municipality_id = h.municipality_id AND c.id = h.consultation_id
    WHERE h.contribution_id IS NULL OR EXISTS (SELECT FROM visible_contributions v WHERE v.municipality_id = h.municipality_id AND v.id = h.contribution_id);
  SELECT mirror_visible_view('visible_history')`;

/** Words that moderation took away stay away: in former versions once a correction is shown, and in the reasons that their author typed. */
export class WithholdRefusedVersions1764000046000 implements MigrationInterface {
  name = 'WithholdRefusedVersions1764000046000';

  async up(runner: QueryRunner): Promise<void> {
    const gone = `v.is_place_only OR (${withheld})`;
    await runner.query(`
      ${revisions(gone, `CASE WHEN ${gone} THEN '' ELSE r.reason END`)};
      ${history(`CASE WHEN h.role IN ('citizen', 'author') AND EXISTS (SELECT FROM visible_contributions v
        WHERE v.municipality_id = h.municipality_id AND v.id = h.contribution_id AND v.is_place_only) THEN '' ELSE h.reason END`)};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${revisions('v.is_place_only', 'r.reason')}; ${history('h.reason')};`);
  }
}
