import type { MyContribution, MyPart } from '@parvis/shared/contracts/my-contributions.ts';
import type { Sql } from '../../platform/database/index.ts';
import { restrictionJoin } from '../contributions/index.ts';

const isRestricted = `c.moderation IN ('hidden', 'correction-asked', 'locked')`;

/** Which of a person's own contributions a part shows; `supports` are other people's. */
const conditions: Readonly<Record<Exclude<MyPart, 'supports'>, string>> = {
  all: `c.publication <> 'erased'`,
  drafts: `c.publication = 'draft'`,
  waiting: `(c.publication = 'pending' AND c.moderation <> 'hidden')`,
  published: `(c.publication IN ('published', 'merged') AND c.moderation IN ('none', 'locked'))`,
  restricted: `(${isRestricted} AND c.publication NOT IN ('draft', 'erased'))`,
  comments: `(c.kind = 'comment' AND c.publication <> 'erased')`,
};

export interface MyRow extends Omit<MyContribution, 'card'> {
  readonly id: string;
  readonly sort: string;
  /** Supported, and by now hidden, erased or in a consultation that is no longer theirs to see. */
  readonly is_hidden_from_me: boolean;
}

/** A page of what somebody wrote, or supports, newest first, in one statement. */
export async function readMyRows(
  db: Sql,
  municipalityId: string,
  participantId: string,
  part: MyPart,
  language: string,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<MyRow[]> {
  const own =
    part === 'supports'
      ? `SELECT c.*, s.created_at AS sort, s.created_at AS supported_at FROM supports s JOIN contributions c ON c.municipality_id = s.municipality_id AND c.id = s.contribution_id
       WHERE s.municipality_id = $1 AND s.participant_id = $2 AND c.publication IN ('published', 'withdrawn', 'merged')`
      : `SELECT c.*, c.created_at AS sort, NULL::timestamptz AS supported_at FROM contributions c WHERE c.municipality_id = $1 AND c.participant_id = $2 AND ${conditions[part]}`;
  return db.rows<MyRow>(
    `
    SELECT c.id, c.sort, c.created_at AS "createdAt", c.supported_at AS "supportedAt", c.supported_at IS NOT NULL AND c.moderation IN ('hidden', 'correction-asked') AS is_hidden_from_me,
      coalesce(t.supports, 0) AS supports, coalesce(t.comments, (SELECT count(*)::int FROM comments r WHERE r.municipality_id = c.municipality_id AND r.parent_id = c.id)) AS comments,
      (SELECT max(r.published_at) FROM response_subjects x JOIN responses r ON r.municipality_id = x.municipality_id AND r.id = x.response_id AND r.state = 'published'
        WHERE x.municipality_id = c.municipality_id AND x.contribution_id = c.id) AS "answeredAt",
      CASE WHEN c.supported_at IS NULL THEN x.decision END AS decision, CASE WHEN c.supported_at IS NULL THEN x.appeal END AS appeal,
      coalesce(c.supported_at IS NULL AND x.may_appeal, false) AS "mayAppeal"
    FROM (SELECT * FROM (${own}) AS c WHERE $3::timestamptz IS NULL OR (c.sort, c.id) < ($3, $4) ORDER BY c.sort DESC, c.id DESC LIMIT $5) AS c
    LEFT JOIN tallies t ON t.municipality_id = c.municipality_id AND t.contribution_id = c.id
    ${restrictionJoin('$6')}
    ORDER BY c.sort DESC, c.id DESC`,
    [municipalityId, participantId, before?.at ?? null, before?.id ?? null, limit, language],
  );
}

/** How much each part holds; one person's rows, by index. */
export async function readMyCounts(db: Sql, municipalityId: string, participantId: string): Promise<Record<MyPart, number>> {
  const counted = Object.entries(conditions)
    .map(([part, condition]) => `(count(*) FILTER (WHERE ${condition}))::int AS ${part}`)
    .join(', ');
  const row = await db.one<Record<MyPart, number>>(
    `
    SELECT ${counted}, (SELECT count(*)::int FROM supports s JOIN contributions c ON c.municipality_id = s.municipality_id AND c.id = s.contribution_id
      WHERE s.municipality_id = $1 AND s.participant_id = $2 AND c.publication IN ('published', 'withdrawn', 'merged')) AS supports
    FROM contributions c WHERE c.municipality_id = $1 AND c.participant_id = $2`,
    [municipalityId, participantId],
  );
  return row!;
}
