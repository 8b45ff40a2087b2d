import type { Sql, Tx } from '../../platform/database/index.ts';
import { boundsOf, holdConsumer, inSpan, type Span } from '../log/index.ts';

/** What a list filters and sorts a contribution by. */
export interface NewTally {
  readonly contributionId: string;
  readonly consultationId: string;
  readonly activityId: string;
  readonly kind: string;
  readonly categoryId: string | null;
  readonly areaId: string | null;
}

/**
 * Makes the tallies of contributions that lists show, at submission; set-based, for imports too. Their rows of `contributions` must be
 * there. `shuffle` is drawn once, from 0 to 2^31 - 1: visitors' random orders visit it in 1,024 equal ranges.
 */
export async function insertTallies(tx: Tx, municipalityId: string, tallies: readonly NewTally[]): Promise<void> {
  await tx.run(
    `
    INSERT INTO tallies (municipality_id, contribution_id, consultation_id, activity_id, kind, category_id, area_id, status, shuffle, published_at)
    SELECT $1, n.contribution_id, n.consultation_id, n.activity_id, n.kind, n.category_id, n.area_id, c.status, floor(random() * 2147483648)::bigint, coalesce(c.published_at, statement_timestamp())
    FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[])
      AS n(contribution_id, consultation_id, activity_id, kind, category_id, area_id)
    JOIN contributions c ON c.municipality_id = $1 AND c.id = n.contribution_id`,
    [
      municipalityId,
      tallies.map((n) => n.contributionId),
      tallies.map((n) => n.consultationId),
      tallies.map((n) => n.activityId),
      tallies.map((n) => n.kind),
      tallies.map((n) => n.categoryId),
      tallies.map((n) => n.areaId),
    ],
  );
}

/** Follows an edit that changed category or area. */
export async function updateTallyPlace(
  tx: Tx,
  municipalityId: string,
  contributionId: string,
  categoryId: string | null,
  areaId: string | null,
): Promise<void> {
  await tx.run('UPDATE tallies SET category_id = $3, area_id = $4 WHERE municipality_id = $1 AND contribution_id = $2', [
    municipalityId,
    contributionId,
    categoryId,
    areaId,
  ]);
}

/**
 * Brings status, answer and day of publication of some tallies in step with their contributions. Called by whoever changes these,
 * in the same transaction; the job that reads the outbox does it again. Answered: a published response says more than "under study".
 */
export async function refreshTallies(tx: Sql, municipalityId: string, contributionIds: readonly string[]): Promise<void> {
  await tx.run(
    `
    UPDATE tallies t SET status = c.status, published_at = coalesce(c.published_at, t.published_at), is_answered = EXISTS (
      SELECT FROM response_subjects s JOIN responses r ON r.municipality_id = s.municipality_id AND r.id = s.response_id
      WHERE s.municipality_id = c.municipality_id AND s.contribution_id = c.id AND r.state = 'published' AND r.status <> 'under-study')
    FROM contributions c
    WHERE t.municipality_id = $1 AND t.contribution_id = ANY ($2) AND c.municipality_id = t.municipality_id AND c.id = t.contribution_id`,
    [municipalityId, contributionIds],
  );
}

// A contribution's people: those who support it or a live source of it, each once, at the surest of their levels (docs/measurements.md, 17).
const recounted = `
  SELECT w.municipality_id, w.id, count(p.participant_id)::int AS supports,
    ARRAY[count(*) FILTER (WHERE p.slot = 1), count(*) FILTER (WHERE p.slot = 2), count(*) FILTER (WHERE p.slot = 3), count(*) FILTER (WHERE p.slot = 4),
      count(*) FILTER (WHERE p.slot = 5), count(*) FILTER (WHERE p.slot = 6)]::int[] AS by_level
  FROM wanted w LEFT JOIN LATERAL (
    SELECT s.participant_id, max(CASE WHEN s.channel = 'paper' THEN 6 ELSE s.level + 1 END) AS slot
    FROM (SELECT w.id UNION ALL SELECT l.from_id FROM contribution_links l
      WHERE l.municipality_id = w.municipality_id AND l.to_id = w.id AND l.link = 'merged-into' AND l.undone_at IS NULL) AS member(id)
    JOIN supports s ON s.municipality_id = w.municipality_id AND s.contribution_id = member.id
    GROUP BY s.participant_id) p ON true
  GROUP BY w.municipality_id, w.id`;

/** The names under which the outbox is read for tallies, and then for their order. */
export const consumer = 'tallies';
export const orderConsumer = 'tallies-order';

/** Waits for whoever else counts, and keeps them waiting until the transaction ends, so that no act is counted twice. */
export function lockTallies(tx: Sql): Promise<void> {
  return holdConsumer(tx, consumer);
}

/** Recounts the supports of some contributions from the rows themselves, and keeps which acts that has counted. Call `lockTallies` first. */
export async function recountSupports(tx: Sql, municipalityId: string, contributionIds: readonly string[]): Promise<void> {
  await tx.run(
    `
    WITH wanted AS (SELECT $1::uuid AS municipality_id, id FROM unnest($2::uuid[]) AS id), counted AS (${recounted})
    UPDATE tallies t SET supports = c.supports, supports_order = c.supports, supports_by_level = c.by_level, counted_in = pg_current_snapshot() FROM counted c
    WHERE t.municipality_id = c.municipality_id AND t.contribution_id = c.id`,
    [municipalityId, contributionIds],
  );
}

/** A support that was given (1) or taken back (-1) by the transaction `xid`; `slot` as in the event, 0 to 5. */
export interface SupportChange {
  readonly contributionId: string;
  readonly slot: number;
  readonly change: 1 | -1;
  readonly xid: string;
}

/**
 * Adds changes to the tallies of contributions that are in no group; what the tally's last recount saw is left out. Adding costs the same
 * whatever the count, where a recount of 100,000 supports takes 50 ms twice a second (docs/measurements.md, 8).
 */
export async function addSupports(tx: Sql, municipalityId: string, changes: readonly SupportChange[]): Promise<void> {
  await tx.run(
    `
    WITH fresh AS (
      SELECT a.id, a.slot, a.change FROM unnest($2::uuid[], $3::int[], $4::int[], $5::xid8[]) AS a(id, slot, change, xid)
      JOIN tallies t ON t.municipality_id = $1 AND t.contribution_id = a.id
      WHERE t.counted_in IS NULL OR NOT pg_visible_in_snapshot(a.xid, t.counted_in)),
    sums AS (
      SELECT id, sum(change)::int AS supports, ${[0, 1, 2, 3, 4, 5].map((slot) => `coalesce(sum(change) FILTER (WHERE slot = ${slot}), 0)::int AS s${slot}`).join(', ')} FROM fresh GROUP BY id)
    UPDATE tallies t SET supports = t.supports + s.supports, supports_by_level = ARRAY[${[0, 1, 2, 3, 4, 5].map((slot) => `t.supports_by_level[${slot + 1}] + s.s${slot}`).join(', ')}]
    FROM sums s WHERE t.municipality_id = $1 AND t.contribution_id = s.id`,
    [
      municipalityId,
      changes.map((one) => one.contributionId),
      changes.map((one) => one.slot),
      changes.map((one) => one.change),
      changes.map((one) => one.xid),
    ],
  );
}

const nextVersion = 'ON CONFLICT (municipality_id, activity_id) DO UPDATE SET version = activity_versions.version + 1';

/** Has lists follow the counts that a span of events has moved; their activities' versions with them. Call `lockTallies` first. */
export async function orderSupports(tx: Tx, span: Span): Promise<void> {
  await tx.run(
    `
    WITH touched AS (
      SELECT DISTINCT municipality_id, contribution_id FROM outbox WHERE ${inSpan} AND topic LIKE 'support.%'),
    moved AS (
      UPDATE tallies t SET supports_order = t.supports FROM touched u
      WHERE t.municipality_id = u.municipality_id AND t.contribution_id = u.contribution_id AND t.supports_order <> t.supports
      RETURNING t.municipality_id, t.activity_id)
    INSERT INTO activity_versions (municipality_id, activity_id) SELECT DISTINCT municipality_id, activity_id FROM moved ORDER BY 1, 2
    ${nextVersion}`,
    boundsOf(span),
  );
}

/**
 * Of some contributions, those in a live merge, and the targets above them: what happens to a source changes its target's count, which is
 * of distinct people and so cannot be added up.
 */
export async function readGrouped(tx: Sql, municipalityId: string, contributionIds: readonly string[]): Promise<string[]> {
  return (
    await tx.rows<{ id: string }>(
      `
    WITH live AS (
      SELECT from_id, to_id FROM contribution_links
      WHERE municipality_id = $1 AND link = 'merged-into' AND undone_at IS NULL AND (from_id = ANY ($2) OR to_id = ANY ($2)))
    SELECT to_id AS id FROM live UNION SELECT from_id FROM live WHERE from_id = ANY ($2)`,
      [municipalityId, contributionIds],
    )
  ).map((row) => row.id);
}

/** Recounts the comments of what some contributions are, and the stances of those that are no reply: a comment stands for its subject, anything else for itself. */
export async function recountComments(tx: Sql, municipalityId: string, contributionIds: readonly string[]): Promise<void> {
  await tx.run(
    `
    WITH subjects AS (
      SELECT DISTINCT coalesce(m.subject_id, touched.id) AS id FROM unnest($2::uuid[]) AS touched(id)
      LEFT JOIN comments m ON m.municipality_id = $1 AND m.id = touched.id),
    counted AS (
      SELECT s.id, count(m.id)::int AS comments, (count(*) FILTER (WHERE m.stance = 'for' AND m.parent_id IS NULL))::int AS pro, (count(*) FILTER (WHERE m.stance = 'against' AND m.parent_id IS NULL))::int AS con,
        (count(*) FILTER (WHERE m.stance = 'neutral' AND m.parent_id IS NULL))::int AS neutral
      FROM subjects s LEFT JOIN (comments m JOIN contributions c ON c.municipality_id = m.municipality_id AND c.id = m.id
        AND c.publication = 'published' AND c.moderation IN ('none', 'locked')) ON m.municipality_id = $1 AND m.subject_id = s.id
      GROUP BY s.id)
    UPDATE tallies t SET comments = c.comments, comments_for = c.pro, comments_against = c.con, comments_neutral = c.neutral
    FROM counted c WHERE t.municipality_id = $1 AND t.contribution_id = c.id`,
    [municipalityId, contributionIds],
  );
}

/** Gives a new version to each activity that some contributions belong to, for ETags of lists. */
export async function touchActivities(tx: Sql, municipalityId: string, contributionIds: readonly string[]): Promise<void> {
  await tx.run(
    `
    INSERT INTO activity_versions (municipality_id, activity_id)
    SELECT DISTINCT municipality_id, activity_id FROM contributions WHERE municipality_id = $1 AND id = ANY ($2)
    ORDER BY municipality_id, activity_id
    ${nextVersion}`,
    [municipalityId, contributionIds],
  );
}

/** The version of what lists of an activity show; moves within 2 seconds of any change. */
export async function readActivityVersion(db: Sql, municipalityId: string, activityId: string): Promise<number> {
  return (
    (
      await db.one<{ version: number }>('SELECT version FROM visible_activity_versions WHERE municipality_id = $1 AND activity_id = $2', [
        municipalityId,
        activityId,
      ])
    )?.version ?? 0
  );
}

export interface LiveCountRow {
  readonly contribution_id: string;
  readonly activity_id: string;
  readonly supports: number;
  readonly by_level: readonly number[];
  readonly comments: number;
}

/** Figures of some contributions of some activities, as the reader of these may see them: the identifiers come from outside. */
export async function readCounts(
  db: Sql,
  municipalityId: string,
  activityIds: readonly string[],
  contributionIds: readonly string[],
): Promise<LiveCountRow[]> {
  return db.rows<LiveCountRow>(
    `
    SELECT contribution_id, activity_id, supports, supports_by_level AS by_level, comments FROM visible_tallies
    WHERE municipality_id = $1 AND activity_id = ANY ($2) AND contribution_id = ANY ($3) ORDER BY contribution_id`,
    [municipalityId, activityIds, contributionIds],
  );
}
