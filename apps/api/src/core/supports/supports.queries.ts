import { randomBytes } from 'node:crypto';
import type { Channel, Level } from '@parvis/shared/rules/words.ts';
import type { Database, Sql, Tx } from '../../platform/database/index.ts';

/** One wish to support, or to take a support back. */
export interface SupportWish {
  readonly municipalityId: string;
  readonly contributionId: string;
  readonly participantId: string;
  readonly channel: Channel;
  readonly paper: PaperFacts | null;
}

/** What an agent adds of a sheet: who typed it, its batch, and the day on which the town hall received it. */
export interface PaperFacts {
  readonly enteredBy: string;
  readonly batchId: string | null;
  /** Bounds of that day in the town's zone, as instants: the sheet counts if the action was open at some moment of it. */
  readonly since: string;
  readonly until: string;
}

export type SupportOutcome =
  | 'made'
  | 'was-there'
  | 'contribution-not-found'
  | 'contribution-ended'
  | 'contribution-locked'
  | 'phase-closed'
  | 'level-too-low'
  | 'too-many';

export interface DecidedSupport {
  readonly outcome: SupportOutcome;
  readonly level: Level;
  /** The least level asked, where something is open. */
  readonly asked: Level | null;
  /** The tally before this act: its own statement cannot see it. */
  readonly supports: number;
  readonly by_level: readonly number[];
}

/** Columns of one wish; every array has one entry per wish. Each gets its salt for the log's commitment: 32 bytes of one draw for all. */
function columnsOf(wishes: readonly SupportWish[]): unknown[][] {
  const salts = randomBytes(32 * wishes.length);
  return [
    wishes.map((w) => w.municipalityId),
    wishes.map((w) => w.contributionId),
    wishes.map((w) => w.participantId),
    wishes.map((w) => w.channel),
    wishes.map((_, at) => salts.subarray(at * 32, at * 32 + 32)),
    wishes.map((w) => w.paper?.enteredBy ?? null),
    wishes.map((w) => w.paper?.batchId ?? null),
    wishes.map((w) => w.paper?.since ?? null),
    wishes.map((w) => w.paper?.until ?? null),
  ];
}

// Everything that decides, read once per wish at the database's clock; who was too fast waits (support-paces.ts). `asked` is the least level of the openings that are current.
const facts = `
  wishes AS MATERIALIZED (
    SELECT w.*, row_number() OVER (PARTITION BY municipality_id, contribution_id, participant_id ORDER BY position) AS nth
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bytea[], $6::uuid[], $7::uuid[], $8::timestamptz[], $9::timestamptz[])
      WITH ORDINALITY AS w(municipality_id, contribution_id, participant_id, channel, salt, entered_by, batch_id, since, until, position)),
  facts AS MATERIALIZED (
    SELECT w.*, c.consultation_id, c.revision, p.level, o.asked, coalesce(t.supports, 0) AS supports, coalesce(t.supports_by_level, '{0,0,0,0,0,0}') AS by_level,
      CASE
        WHEN c.id IS NULL OR p.id IS NULL OR k.state = 'draft' OR c.publication IN ('draft', 'pending') THEN 'contribution-not-found'
        WHEN k.visibility = 'invited' AND w.channel <> 'paper' AND NOT EXISTS (
          SELECT FROM rolls r WHERE r.municipality_id = w.municipality_id AND r.consultation_id = c.consultation_id AND r.account_id = p.account_id) THEN 'contribution-not-found'
        WHEN c.publication <> 'published' THEN 'contribution-ended'
        WHEN c.moderation <> 'none' THEN 'contribution-locked'
        WHEN o.asked IS NULL THEN 'phase-closed'
        WHEN w.channel <> 'paper' AND p.level < o.asked THEN 'level-too-low'
        WHEN w.channel <> 'paper' AND p.supports_paused_until > statement_timestamp() THEN 'too-many'
        ELSE 'allowed'
      END AS verdict
    FROM wishes w
    LEFT JOIN participants p ON p.municipality_id = w.municipality_id AND p.id = w.participant_id
    LEFT JOIN contributions c ON c.municipality_id = w.municipality_id AND c.id = w.contribution_id
    LEFT JOIN consultations k ON k.municipality_id = c.municipality_id AND k.id = c.consultation_id
    LEFT JOIN tallies t ON t.municipality_id = c.municipality_id AND t.contribution_id = c.id
    LEFT JOIN LATERAL (
      SELECT min(min_level) AS asked FROM openings o
      WHERE o.municipality_id = c.municipality_id AND o.activity_id = c.activity_id AND o.action = 'support'
        AND o.opens_at <= coalesce(w.until, statement_timestamp()) AND (o.closes_at IS NULL OR o.closes_at > coalesce(w.since, statement_timestamp()))) o ON true)`;

// The log's record of a support: keys sorted, every value a string of plain ASCII, so that this is its canonical JSON (RFC 8785); the
// bytes before it are the topic, a zero byte and the salt (packages/shared/src/rules/commitment.ts). A test compares the two.
const noted = (topic: string, from: string): string => `
  noted AS (
    INSERT INTO outbox (municipality_id, topic, consultation_id, contribution_id, participant_id, subject, salt, commitment, at)
    SELECT f.municipality_id, '${topic}', f.consultation_id, f.contribution_id, f.participant_id,
      jsonb_build_object('slot', CASE WHEN m.channel = 'paper' THEN 5 ELSE m.level END, 'level', m.level, 'channel', m.channel, 'revision', m.revision), f.salt,
      sha256(convert_to('${topic}', 'UTF8') || '\\x00'::bytea || f.salt || convert_to(
        '{"at":"' || to_char(statement_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '","channel":"' || m.channel
        || '","consultation":"' || f.consultation_id || '","contribution":"' || f.contribution_id || '","level":"' || m.level
        || '","municipality":"' || f.municipality_id || '","participant":"' || f.participant_id || '","revision":"' || m.revision || '"}', 'UTF8')),
      statement_timestamp()
    FROM ${from} m JOIN facts f ON f.municipality_id = m.municipality_id AND f.contribution_id = m.contribution_id AND f.participant_id = m.participant_id AND f.nth = 1)`;

const answer = (from: string): string => `
  SELECT CASE WHEN f.verdict <> 'allowed' THEN f.verdict WHEN m.participant_id IS NOT NULL AND f.nth = 1 THEN 'made' ELSE 'was-there' END AS outcome,
    f.level, f.asked, f.supports, f.by_level
  FROM facts f LEFT JOIN ${from} m ON m.municipality_id = f.municipality_id AND m.contribution_id = f.contribution_id AND m.participant_id = f.participant_id
  ORDER BY f.position`;

const add = `
  WITH ${facts},
  made AS (
    INSERT INTO supports (municipality_id, contribution_id, participant_id, level, revision, channel, entered_by, paper_batch_id)
    SELECT municipality_id, contribution_id, participant_id, level, revision, channel, entered_by, batch_id FROM facts WHERE verdict = 'allowed' AND nth = 1
    ORDER BY municipality_id, contribution_id, participant_id -- one order in every batch: two batches never wait for each other in a circle
    ON CONFLICT ON CONSTRAINT supports_once DO NOTHING RETURNING municipality_id, contribution_id, participant_id, level, revision, channel),
  ${noted('support.given', 'made')}
  ${answer('made')}`;

const removeWhere = (verdict: string): string => `
  WITH ${facts},
  gone AS (
    DELETE FROM supports s USING facts f
    WHERE ${verdict} AND f.nth = 1 AND s.municipality_id = f.municipality_id AND s.contribution_id = f.contribution_id AND s.participant_id = f.participant_id
    RETURNING s.municipality_id, s.contribution_id, s.participant_id, s.level, s.revision, s.channel),
  ${noted('support.revoked', 'gone')}
  ${answer('gone')}`;

const remove = removeWhere(`f.verdict = 'allowed'`);

// Whether a contribution can still be supported, now or when a later phase opens it again, by whoever may then: also what is hidden, waits
// or was merged meanwhile, for it may come back. What was withdrawn or erased has ended.
const unfinished = (ids: { readonly municipality: string; readonly contribution: string }): string => `EXISTS (
  SELECT FROM contributions x JOIN openings y ON y.municipality_id = x.municipality_id AND y.activity_id = x.activity_id AND y.action = 'support'
  WHERE x.municipality_id = ${ids.municipality} AND x.id = ${ids.contribution} AND x.publication NOT IN ('withdrawn', 'erased')
    AND (y.closes_at IS NULL OR y.closes_at > statement_timestamp()))`;

const removeUnfinished = removeWhere(unfinished({ municipality: 'f.municipality_id', contribution: 'f.contribution_id' }));

/**
 * Decides wishes in one statement: visibility, invitation, moderation, opening and level are judged by the database at its clock, and a
 * support is made unless it exists, with its outbox row (docs/measurements.md, 5 and 6). Each wish has its own outcome, in the order of
 * `wishes`; a repeat after the close is `phase-closed` like any other.
 */
export function insertSupports(db: Database, wishes: readonly SupportWish[]): Promise<DecidedSupport[]> {
  return db.named<DecidedSupport>('insert-supports', add, columnsOf(wishes));
}

/** As `insertSupports`, inside an act of several statements. */
export function insertSupportsIn(tx: Tx, wishes: readonly SupportWish[]): Promise<DecidedSupport[]> {
  return tx.rows<DecidedSupport>(add, columnsOf(wishes));
}

/** As `insertSupports`, taking supports back: `was-there` says that there was none. */
export function deleteSupports(db: Database, wishes: readonly SupportWish[]): Promise<DecidedSupport[]> {
  return db.named<DecidedSupport>('delete-supports', remove, columnsOf(wishes));
}

/**
 * Takes back what a person who leaves supports where supports are not over: the same address may come again and support again, and
 * nobody would know that it did. What was given before the last close stays.
 */
export async function deleteOpenSupportsOf(tx: Tx, municipalityId: string, participantId: string): Promise<void> {
  const own = await tx.rows<{ id: string }>(
    `
    SELECT s.contribution_id AS id FROM supports s
    WHERE s.municipality_id = $1 AND s.participant_id = $2 AND s.channel = 'web' AND ${unfinished({ municipality: 's.municipality_id', contribution: 's.contribution_id' })} ORDER BY 1`,
    [municipalityId, participantId],
  );
  for (let at = 0; at < own.length; at += 500) {
    await tx.rows(
      removeUnfinished,
      columnsOf(
        own.slice(at, at + 500).map(({ id }) => ({ municipalityId, contributionId: id, participantId, channel: 'web', paper: null })),
      ),
    );
  }
}

/** Of some contributions, those that the participant supports, with what the tally has not counted yet (`is_fresh`). */
export async function readOwnSupports(
  db: Sql,
  municipalityId: string,
  participantId: string,
  contributionIds: readonly string[],
): Promise<{ contribution_id: string; slot: number; is_fresh: boolean }[]> {
  return db.rows(
    `
    SELECT s.contribution_id, CASE WHEN s.channel = 'paper' THEN 5 ELSE s.level END AS slot,
      s.created_at > coalesce((SELECT at FROM outbox_cursors WHERE consumer = 'tallies'), '-infinity') AS is_fresh
    FROM supports s WHERE s.municipality_id = $1 AND s.participant_id = $2 AND s.contribution_id = ANY ($3)`,
    [municipalityId, participantId, contributionIds],
  );
}

/** Changes whenever the participant supports something or takes it back: how many, and when last. For ETags. */
export async function readOwnSupportsVersion(db: Sql, municipalityId: string, participantId: string): Promise<string> {
  const row = await db.one<{ version: string }>(
    `SELECT count(*) || '.' || coalesce(max(extract(epoch FROM created_at))::text, '') AS version FROM supports WHERE municipality_id = $1 AND participant_id = $2`,
    [municipalityId, participantId],
  );
  return row!.version;
}

/** Everything that a person supports, for "my data". */
export async function readSupportsOf(db: Sql, municipalityId: string, participantId: string): Promise<object[]> {
  return db.rows(
    `
    SELECT s.contribution_id AS contribution, c.number, s.level, s.channel, s.revision, s.created_at AS at
    FROM supports s JOIN contributions c ON c.municipality_id = s.municipality_id AND c.id = s.contribution_id
    WHERE s.municipality_id = $1 AND s.participant_id = $2 ORDER BY s.contribution_id`,
    [municipalityId, participantId],
  );
}
