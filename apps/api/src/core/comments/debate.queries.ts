import { editWindowMinutes, repliesShown, type CommentSort, type ReplyView } from '@parvis/shared/contracts/comments.ts';
import type { Stance } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';
import { ruleWords } from '../legal/index.ts';

/** A comment as the views give it; what its reader may do is added by `DebateReader`. */
export interface CommentJson extends Omit<ReplyView, 'allowed' | 'isMine' | 'officialTitle'> {
  readonly officialTitle: string | null;
  /** Never in an answer: it would tie a text without a name to another of the same person. */
  readonly authorId: string;
  /** Published within the edit window, by the database's clock. */
  readonly isYoung: boolean;
}

export interface RootRow {
  readonly stance: Stance;
  readonly view: CommentJson;
  readonly reply_count: number;
  readonly replies: readonly CommentJson[];
}

/** The comment `c` of author `a` on the subject of author `subject_author`, as one document. */
const json = (subjectAuthor: string, language: string): string => `jsonb_build_object(
  'id', c.id, 'parentId', c.parent_id, 'stance', c.stance, 'text', c.body, 'channel', c.channel, 'publication', c.publication, 'moderation', c.moderation,
  'revision', c.revision, 'isPlaceOnly', c.is_place_only, 'publishedAt', c.published_at,
  'authorId', c.participant_id, 'author', jsonb_build_object('name', CASE WHEN c.is_place_only THEN '' ELSE a.display_name END, 'level', a.level, 'source', a.source),
  'isSubjectAuthor', NOT c.is_place_only AND c.participant_id = ${subjectAuthor},
  'officialTitle', CASE WHEN NOT c.is_place_only THEN (SELECT o.title FROM visible_officials o WHERE o.municipality_id = c.municipality_id AND o.participant_id = c.participant_id) END,
  'editedAt', CASE WHEN c.revision > 1 AND NOT c.is_place_only THEN (SELECT v.edited_at FROM visible_revisions v WHERE v.municipality_id = c.municipality_id AND v.contribution_id = c.id AND v.revision = c.revision) END,
  'place', CASE WHEN c.moderation IN ('hidden', 'correction-asked') THEN (
    SELECT jsonb_build_object('ruleVersion', d.rule_version, 'ruleNumber', d.rule_number, 'ruleTitle', coalesce(${ruleWords('u', language).title}, ''), 'reason', d.reason, 'decidedAt', d.decided_at)
    FROM visible_decisions d LEFT JOIN visible_moderation_rules u ON u.municipality_id = d.municipality_id AND u.version = d.rule_version AND u.number = d.rule_number
    WHERE d.municipality_id = c.municipality_id AND d.contribution_id = c.id AND d.act IN ('hide', 'ask-correction') ORDER BY d.id DESC LIMIT 1) END,
  'mistake', CASE WHEN c.publication = 'withdrawn' AND c.channel = 'paper' THEN (
    SELECT jsonb_build_object('reason', h.reason, 'at', h.at) FROM visible_history h
    WHERE h.municipality_id = c.municipality_id AND h.contribution_id = c.id AND h.act = 'entry-cancelled' LIMIT 1) END,
  'isYoung', c.published_at > statement_timestamp() - interval '${editWindowMinutes} minutes')`;

const author = 'JOIN visible_participants a ON a.municipality_id = c.municipality_id AND a.id = c.participant_id';
const replyCount = `(SELECT count(*)::int FROM visible_comments r WHERE r.municipality_id = root.municipality_id AND r.parent_id = root.id AND NOT r.is_place_only)`;

/** Where a side begins: after a row that was shown, or at the comment that was asked for. */
export interface SideStart {
  readonly afterId?: string | undefined;
  /** With `replied` as the order: the number of replies of the row that was shown. */
  readonly afterReplies?: number | undefined;
  readonly fromId?: string | undefined;
}

export interface SidesWanted {
  readonly municipalityId: string;
  readonly subjectId: string;
  readonly stances: readonly Stance[];
  readonly sort: CommentSort;
  /** Rows of each side. */
  readonly limit: number;
  /** Applies to the first of `stances`; the others begin at their beginning. */
  readonly start: SideStart;
  /** The replies of this comment are given up to 49, so that a link to one finds it. */
  readonly openId?: string | undefined;
  /** In which rules of moderation are cited. */
  readonly language: string;
}

/**
 * The sides of a debate in balance, as many arguments of each, every one with its first replies, in one statement
 * (docs/measurements.md, 16: LATERAL per stance; 0.5 to 0.8 ms with 20,000 comments when oldest come first).
 */
export async function readSides(
  db: Sql,
  { municipalityId, subjectId, stances, sort, limit, start, openId, language }: SidesWanted,
): Promise<RootRow[]> {
  const after =
    sort === 'replied'
      ? '($7::uuid IS NULL OR root.replied < $8 OR (root.replied = $8 AND root.id > $7))'
      : '($7::uuid IS NULL OR root.id > $7) AND ($8::int IS NULL OR true)';
  const order = sort === 'replied' ? 'root.replied DESC, root.id' : 'root.id';
  return db.rows<RootRow>(
    `
    SELECT side.stance, ${json('s.participant_id', '$9')} AS view, c.replied AS reply_count, coalesce(replies.list, '[]') AS replies
    FROM visible_contributions s
    CROSS JOIN unnest($3::text[]) WITH ORDINALITY AS side(stance, position)
    CROSS JOIN LATERAL (
      SELECT * FROM (
        SELECT root.*, ${replyCount} AS replied FROM visible_comments root
        WHERE root.municipality_id = $1 AND root.subject_id = $2 AND root.parent_id IS NULL AND root.stance = side.stance) AS root
      WHERE side.position > 1 OR (${after} AND ($6::uuid IS NULL OR root.id >= $6))
      ORDER BY ${order} LIMIT $4
    ) AS c
    ${author}
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(one.view ORDER BY one.id) AS list FROM (
        SELECT c.id, ${json('s.participant_id', '$9')} AS view
        FROM (SELECT * FROM visible_comments r WHERE r.municipality_id = $1 AND r.parent_id = c.id ORDER BY r.id LIMIT CASE WHEN c.id = $5 THEN 50 ELSE ${repliesShown + 1} END) AS c ${author}
      ) AS one
    ) AS replies ON true
    WHERE s.municipality_id = $1 AND s.id = $2
    ORDER BY side.position, ${sort === 'replied' ? 'c.replied DESC, c.id' : 'c.id'}`,
    [
      municipalityId,
      subjectId,
      stances,
      limit,
      openId ?? null,
      start.fromId ?? null,
      start.afterId ?? null,
      start.afterReplies ?? null,
      language,
    ],
  );
}

/** Replies to one comment, oldest first. */
export async function readReplyRows(
  db: Sql,
  municipalityId: string,
  parentId: string,
  afterId: string | null,
  limit: number,
  language: string,
): Promise<CommentJson[]> {
  const rows = await db.rows<{ view: CommentJson }>(
    `
    SELECT ${json('s.participant_id', '$5')} AS view
    FROM visible_comments c ${author} JOIN visible_contributions s ON s.municipality_id = c.municipality_id AND s.id = c.subject_id
    WHERE c.municipality_id = $1 AND c.parent_id = $2 AND ($3::uuid IS NULL OR c.id > $3) ORDER BY c.id LIMIT $4`,
    [municipalityId, parentId, afterId, limit, language],
  );
  return rows.map((row) => row.view);
}

/** Where a comment stands in its debate; null when it is not on this subject or not to be seen. */
export interface FocusRow {
  readonly id: string;
  readonly root_id: string;
  readonly stance: Stance;
  /** At least so many arguments of its side come before; counted up to a page. */
  readonly earlier: number;
}

/** Where a linked comment stands, so that its page can open around it; `pageSize` bounds the counting. */
export async function readFocus(
  db: Sql,
  municipalityId: string,
  subjectId: string,
  commentId: string,
  pageSize: number,
): Promise<FocusRow | null> {
  return db.one<FocusRow>(
    `
    SELECT c.id, root.id AS root_id, root.stance,
      (SELECT count(*)::int FROM (SELECT FROM visible_comments e WHERE e.municipality_id = $1 AND e.subject_id = $2 AND e.parent_id IS NULL AND e.stance = root.stance AND e.id < root.id LIMIT $4) AS e) AS earlier
    FROM visible_comments c JOIN visible_comments root ON root.municipality_id = c.municipality_id AND root.id = coalesce(c.parent_id, c.id)
    WHERE c.municipality_id = $1 AND c.subject_id = $2 AND c.id = $3`,
    [municipalityId, subjectId, commentId, pageSize],
  );
}

export interface CountsRow {
  readonly total: number;
  readonly for: number;
  readonly against: number;
  readonly neutral: number;
}

/** Comments that can be read. Counted at once, so that one's own shows; above two thousand the tally, at most 2 s old, is near enough (31 ms otherwise). */
export async function readCounts(db: Sql, municipalityId: string, subjectId: string): Promise<CountsRow> {
  const row = await db.one<CountsRow>(
    `
    SELECT CASE WHEN big THEN t.comments ELSE n.total END AS total, CASE WHEN big THEN t.comments_for ELSE n.for END AS for,
      CASE WHEN big THEN t.comments_against ELSE n.against END AS against, CASE WHEN big THEN t.comments_neutral ELSE n.neutral END AS neutral
    FROM (SELECT) AS one
    LEFT JOIN visible_tallies t ON t.municipality_id = $1 AND t.contribution_id = $2
    CROSS JOIN LATERAL (SELECT coalesce(t.comments > 2000, false) AS big) AS size
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS total, count(*) FILTER (WHERE stance = 'for' AND parent_id IS NULL)::int AS for,
        count(*) FILTER (WHERE stance = 'against' AND parent_id IS NULL)::int AS against, count(*) FILTER (WHERE stance = 'neutral' AND parent_id IS NULL)::int AS neutral
      FROM visible_comments WHERE municipality_id = $1 AND subject_id = $2 AND NOT is_place_only AND NOT big) AS n ON true`,
    [municipalityId, subjectId],
  );
  return row!;
}

export interface VersionRow {
  readonly revision: number;
  readonly text: string;
  readonly editedAt: string;
}

/** Versions of a comment, oldest first; through the views their words are gone where only its place is left, its author reads the table. Short by nature. */
export async function readVersionRows(
  db: Sql,
  municipalityId: string,
  id: string,
  source: 'visible_revisions' | 'revisions',
): Promise<VersionRow[]> {
  return db.rows<VersionRow>(
    `
    SELECT revision, coalesce(content->>'text', '') AS text, edited_at AS "editedAt" FROM ${source}
    WHERE municipality_id = $1 AND contribution_id = $2 ORDER BY revision LIMIT 100`,
    [municipalityId, id],
  );
}
