import type { ModerationCase } from '@parvis/shared/contracts/moderation.ts';
import type { Sql } from '../../platform/database/index.ts';
import { ruleWords } from '../legal/index.ts';
import { decisionJson } from './decision-json.ts';

export interface CaseRow extends Pick<ModerationCase, 'text' | 'stance' | 'previousText' | 'flags' | 'decisions' | 'notes' | 'pictures'> {
  readonly words: string;
  readonly appeal: (Omit<NonNullable<ModerationCase['appeal']>, 'isForMe'> & { readonly contestedById: string }) | null;
}

/** One content with all that was said about it by those who flagged, by moderators and by its author. Staff only: from the tables. */
export async function readCaseRow(db: Sql, municipalityId: string, id: string, language: string): Promise<CaseRow | null> {
  return db.one<CaseRow>(
    `
    SELECT coalesce(r.content->>'text', '') AS text, CASE WHEN m.parent_id IS NULL THEN m.stance END AS stance, md5(lower(regexp_replace(coalesce(r.content->>'text', ''), '\\s+', ' ', 'g'))) AS words,
      (SELECT b.content->>'text' FROM revisions b WHERE b.municipality_id = c.municipality_id AND b.contribution_id = c.id AND b.revision = c.revision - 1) AS "previousText",
      coalesce((SELECT jsonb_agg(jsonb_build_object('url', '/files/' || f.id || '/' || f.file_name, 'alt', x.alt) ORDER BY x.position) FROM contribution_files x
        JOIN files f ON f.municipality_id = x.municipality_id AND f.id = x.file_id WHERE x.municipality_id = c.municipality_id AND x.contribution_id = c.id), '[]') AS pictures,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'ground', f.ground, 'text', f.body, 'createdAt', f.created_at, 'hasAccount', p.source = 'account', 'isOpen', f.settled_by IS NULL) ORDER BY f.id)
        FROM (SELECT * FROM flags f WHERE f.municipality_id = c.municipality_id AND f.contribution_id = c.id ORDER BY f.settled_by NULLS FIRST, f.id DESC LIMIT 50) AS f
        JOIN participants p ON p.municipality_id = f.municipality_id AND p.id = f.participant_id), '[]') AS flags,
      coalesce((SELECT jsonb_agg(${decisionJson('d', true, '$3')} ORDER BY d.id)
        FROM (SELECT * FROM decisions d WHERE d.municipality_id = c.municipality_id AND d.contribution_id = c.id ORDER BY d.id DESC LIMIT 50) AS d), '[]') AS decisions,
      (SELECT jsonb_build_object('id', a.id, 'text', a.body, 'createdAt', a.created_at, 'decisionId', a.decision_id, 'contestedById', a.contested_by, 'contestedBy', p.display_name, 'settledAt', NULL)
        FROM appeals a JOIN participants p ON p.municipality_id = a.municipality_id AND p.id = a.contested_by
        WHERE a.municipality_id = c.municipality_id AND a.contribution_id = c.id AND a.settled_by IS NULL ORDER BY a.id LIMIT 1) AS appeal,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'author', p.display_name, 'text', n.body, 'asksOpinion', n.asks_opinion, 'isOpen', n.asks_opinion AND n.answered_at IS NULL, 'createdAt', n.created_at) ORDER BY n.id)
        FROM (SELECT * FROM moderation_notes n WHERE n.municipality_id = c.municipality_id AND n.contribution_id = c.id ORDER BY n.id DESC LIMIT 50) AS n
        JOIN participants p ON p.municipality_id = n.municipality_id AND p.id = n.participant_id), '[]') AS notes
    FROM contributions c
    LEFT JOIN comments m ON m.municipality_id = c.municipality_id AND m.id = c.id
    JOIN revisions r ON r.municipality_id = c.municipality_id AND r.contribution_id = c.id AND r.revision = c.revision
    WHERE c.municipality_id = $1 AND c.id = $2`,
    [municipalityId, id, language],
  );
}

/** What stands around a comment: its subject, what it answers, what answers it, and the arguments before and after it; for any other kind its latest comments. */
export async function readAround(db: Sql, municipalityId: string, id: string): Promise<ModerationCase['around']> {
  return db.rows<ModerationCase['around'][number]>(
    `
    WITH me AS (SELECT m.subject_id, m.parent_id, m.stance FROM comments m WHERE m.municipality_id = $1 AND m.id = $2),
    near AS (
      SELECT 1 AS place, me.subject_id AS id, 'subject' AS role FROM me
      UNION ALL SELECT 2, me.parent_id, 'parent' FROM me WHERE me.parent_id IS NOT NULL
      UNION ALL (SELECT 3, s.id, 'sibling' FROM me JOIN comments s ON s.municipality_id = $1 AND s.subject_id = me.subject_id AND s.parent_id IS NOT DISTINCT FROM me.parent_id AND s.id < $2 ORDER BY s.id DESC LIMIT 2)
      UNION ALL (SELECT 4, s.id, 'reply' FROM comments s WHERE s.municipality_id = $1 AND s.parent_id = $2 ORDER BY s.id LIMIT 5)
      UNION ALL (SELECT 5, s.id, 'reply' FROM comments s WHERE s.municipality_id = $1 AND s.subject_id = $2 ORDER BY s.id DESC LIMIT 3))
    SELECT c.id, n.role, p.display_name AS author, concat_ws(E'\\n', nullif(r.content->>'title', ''), CASE WHEN n.role = 'subject' THEN left(r.content->>'text', 400) ELSE r.content->>'text' END) AS text,
      c.published_at AS "publishedAt", c.moderation
    FROM near n JOIN contributions c ON c.municipality_id = $1 AND c.id = n.id AND c.publication NOT IN ('draft', 'erased')
    JOIN participants p ON p.municipality_id = c.municipality_id AND p.id = c.participant_id
    JOIN revisions r ON r.municipality_id = c.municipality_id AND r.contribution_id = c.id AND r.revision = c.revision
    ORDER BY n.place, c.id`,
    [municipalityId, id],
  );
}

export interface AuthorRow extends Pick<ModerationCase['author'], 'contributions' | 'removed' | 'decisions'> {
  readonly latest: readonly string[];
  readonly has_account: boolean;
}

/** What the author did before: how much, how much of it was taken away, the latest texts and decisions. */
export async function readAuthorRow(db: Sql, municipalityId: string, contributionId: string, language: string): Promise<AuthorRow> {
  const row = await db.one<AuthorRow>(
    `
    WITH me AS (SELECT participant_id FROM contributions WHERE municipality_id = $1 AND id = $2),
    theirs AS (SELECT c.* FROM me JOIN contributions c ON c.municipality_id = $1 AND c.participant_id = me.participant_id AND c.publication <> 'draft')
    SELECT count(*)::int AS contributions, (count(*) FILTER (WHERE moderation = 'hidden'))::int AS removed,
      ARRAY(SELECT id FROM theirs WHERE id <> $2 ORDER BY id DESC LIMIT 4) AS latest,
      EXISTS (SELECT FROM me JOIN participants p ON p.municipality_id = $1 AND p.id = me.participant_id WHERE p.account_id IS NOT NULL) AS has_account,
      coalesce((SELECT jsonb_agg(jsonb_build_object('act', d.act, 'ruleTitle', ${ruleWords('r', '$3').title}, 'decidedAt', d.decided_at) ORDER BY d.id DESC)
        FROM (SELECT d.* FROM decisions d JOIN theirs t ON t.id = d.contribution_id WHERE d.municipality_id = $1 AND d.contribution_id <> $2 ORDER BY d.id DESC LIMIT 5) AS d
        JOIN moderation_rules r ON r.municipality_id = d.municipality_id AND r.version = d.rule_version AND r.number = d.rule_number), '[]') AS decisions
    FROM theirs`,
    [municipalityId, contributionId, language],
  );
  return row!;
}
