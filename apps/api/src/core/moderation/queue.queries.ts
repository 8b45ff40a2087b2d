import type { WaitingReason } from '@parvis/shared/contracts/moderation.ts';
import type { FlagGround } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';

/** What waits, whatever its kind, with since when: the one definition of the queue. `$1` is the town. */
const waiting = `
  SELECT 'flagged' AS reason, f.contribution_id AS id, min(f.created_at) AS since, count(*)::int AS flags, array_agg(DISTINCT f.ground) AS grounds, NULL::uuid AS contested_by
  FROM flags f WHERE f.municipality_id = $1 AND f.settled_by IS NULL GROUP BY f.contribution_id
  UNION ALL
  SELECT 'pending', c.id, r.edited_at, 0, '{}', NULL FROM contributions c
  JOIN revisions r ON r.municipality_id = c.municipality_id AND r.contribution_id = c.id AND r.revision = c.revision
  WHERE c.municipality_id = $1 AND c.publication = 'pending' AND c.moderation = 'none'
  UNION ALL
  SELECT 'corrected', c.id, r.edited_at, 0, '{}', NULL FROM contributions c
  JOIN revisions r ON r.municipality_id = c.municipality_id AND r.contribution_id = c.id AND r.revision = c.revision
  WHERE c.municipality_id = $1 AND c.moderation = 'correction-asked' AND c.publication IN ('pending', 'published')
    AND c.revision > (SELECT max(d.revision) FROM decisions d WHERE d.municipality_id = c.municipality_id AND d.contribution_id = c.id AND d.act = 'ask-correction')
  UNION ALL
  SELECT 'appeal', a.contribution_id, a.created_at, 0, '{}', a.contested_by FROM appeals a WHERE a.municipality_id = $1 AND a.settled_by IS NULL
  UNION ALL
  SELECT 'opinion', n.contribution_id, min(n.created_at), 0, '{}', NULL FROM moderation_notes n
  WHERE n.municipality_id = $1 AND n.asks_opinion AND n.answered_at IS NULL GROUP BY n.contribution_id`;

export interface QueueRow {
  readonly reason: WaitingReason;
  readonly id: string;
  readonly since: string;
  readonly flags: number;
  readonly grounds: readonly FlagGround[];
  readonly similar: number;
  readonly is_for_me: boolean;
  readonly claim: { readonly by: string; readonly isMine: boolean; readonly until: string } | null;
}

export interface QueueFilter {
  readonly reason?: string | undefined;
  readonly consultation?: string | undefined;
  readonly kind?: string | undefined;
  readonly ground?: string | undefined;
  readonly olderThanHours?: number | undefined;
  readonly after: { readonly since: string; readonly id: string } | null;
}

/**
 * A page of what waits, oldest first. Waiting contents with the same words (case and spaces aside) are one line, the oldest of them;
 * the whole queue is read to find them, which is what waits and no more (1,000 waiting: some 10 ms).
 */
export async function readQueueRows(
  db: Sql,
  municipalityId: string,
  participantId: string,
  filter: QueueFilter,
  limit: number,
): Promise<QueueRow[]> {
  return db.rows<QueueRow>(
    `
    WITH waiting AS (${waiting}),
    known AS (
      SELECT w.*, c.participant_id <> $2 AND w.contested_by IS DISTINCT FROM $2 AS is_for_me,
        CASE WHEN w.reason IN ('flagged', 'pending') AND length(r.content->>'text') > 0 THEN md5(lower(regexp_replace(r.content->>'text', '\\s+', ' ', 'g'))) ELSE w.id::text END AS words
      FROM waiting w
      JOIN contributions c ON c.municipality_id = $1 AND c.id = w.id
      JOIN revisions r ON r.municipality_id = c.municipality_id AND r.contribution_id = c.id AND r.revision = c.revision
      WHERE c.publication NOT IN ('draft', 'erased') AND ($3::text IS NULL OR w.reason = $3) AND ($4::uuid IS NULL OR c.consultation_id = $4) AND ($5::text IS NULL OR c.kind = $5)
        AND ($6::text IS NULL OR $6 = ANY (w.grounds)) AND ($7::int IS NULL OR w.since < statement_timestamp() - make_interval(hours => $7))),
    grouped AS (
      SELECT k.*, row_number() OVER (PARTITION BY reason, words ORDER BY since, id) AS place, (count(*) OVER (PARTITION BY reason, words))::int AS similar FROM known k)
    SELECT g.reason, g.id, g.since, g.flags, g.grounds, g.similar, g.is_for_me,
      (SELECT jsonb_build_object('by', p.display_name, 'isMine', p.id = $2, 'until', k.until) FROM moderation_claims k
        JOIN participants p ON p.municipality_id = k.municipality_id AND p.id = k.participant_id
        WHERE k.municipality_id = $1 AND k.contribution_id = g.id AND k.until > statement_timestamp()) AS claim
    FROM grouped g WHERE g.place = 1 AND ($8::timestamptz IS NULL OR (g.since, g.id) > ($8, $9)) ORDER BY g.since, g.id LIMIT $10`,
    [
      municipalityId,
      participantId,
      filter.reason ?? null,
      filter.consultation ?? null,
      filter.kind ?? null,
      filter.ground ?? null,
      filter.olderThanHours ?? null,
      filter.after?.since ?? null,
      filter.after?.id ?? null,
      limit,
    ],
  );
}

export interface QueueFacets {
  readonly counts: Readonly<Record<WaitingReason, number>>;
  readonly consultations: { id: string; title: string }[];
  readonly kinds: string[];
}

/** How much waits for each reason, in contents, and where. */
export async function readQueueFacets(db: Sql, municipalityId: string): Promise<QueueFacets> {
  const row = await db.one<{
    counts: Partial<Record<WaitingReason, number>>;
    consultations: { id: string; title: string }[];
    kinds: string[];
  }>(
    `
    WITH waiting AS (${waiting}),
    known AS (SELECT w.reason, c.kind, c.consultation_id FROM waiting w JOIN contributions c ON c.municipality_id = $1 AND c.id = w.id WHERE c.publication NOT IN ('draft', 'erased'))
    SELECT coalesce((SELECT jsonb_object_agg(reason, n) FROM (SELECT reason, count(*) AS n FROM known GROUP BY reason) AS r), '{}') AS counts,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title) ORDER BY k.title)
        FROM consultations k WHERE k.municipality_id = $1 AND k.id IN (SELECT consultation_id FROM known)), '[]') AS consultations,
      ARRAY(SELECT DISTINCT kind FROM known ORDER BY kind) AS kinds`,
    [municipalityId],
  );
  const { counts = {}, consultations = [], kinds = [] } = row ?? {};
  return { counts: { flagged: 0, pending: 0, corrected: 0, appeal: 0, opinion: 0, ...counts }, consultations, kinds };
}

/** Why one content waits, and the other waiting contents with its words. */
export async function readWaitingOf(
  db: Sql,
  municipalityId: string,
  id: string,
  words: string,
  limit: number,
): Promise<{ reasons: WaitingReason[]; similar: { id: string; author: string }[] }> {
  const rows = await db.rows<{ reason: WaitingReason; id: string; author: string }>(
    `
    WITH waiting AS (${waiting})
    SELECT w.reason, w.id, p.display_name AS author FROM waiting w
    JOIN contributions c ON c.municipality_id = $1 AND c.id = w.id
    JOIN participants p ON p.municipality_id = c.municipality_id AND p.id = c.participant_id
    JOIN revisions r ON r.municipality_id = c.municipality_id AND r.contribution_id = c.id AND r.revision = c.revision
    WHERE w.id = $2 OR (w.reason IN ('flagged', 'pending') AND length(r.content->>'text') > 0 AND md5(lower(regexp_replace(r.content->>'text', '\\s+', ' ', 'g'))) = $3)
    ORDER BY w.id LIMIT $4`,
    [municipalityId, id, words, limit],
  );
  const others = new Map(rows.filter((row) => row.id !== id).map((row) => [row.id, { id: row.id, author: row.author }]));
  return { reasons: [...new Set(rows.filter((row) => row.id === id).map((row) => row.reason))], similar: [...others.values()] };
}
