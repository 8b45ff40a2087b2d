import type { Sql, Tx } from '../../platform/database/index.ts';

/** An event as consumers read it: ids and codes, never a text or a name. */
export interface OutboxEvent {
  readonly xid: string;
  readonly seq: number;
  readonly municipality_id: string;
  readonly topic: string;
  readonly consultation_id: string | null;
  readonly contribution_id: string | null;
  readonly participant_id: string | null;
  readonly subject: Readonly<Record<string, string | number | boolean | null>>;
  readonly at: string;
}

/** Events after `after`, up to `upTo` and with it. */
export interface Span {
  readonly after: Cursor;
  readonly upTo: Cursor;
}

/** The condition of a statement over `outbox` whose first four values are `boundsOf` the span. */
export const inSpan = '(xid, seq) > ($1::xid8, $2) AND (xid, seq) <= ($3::xid8, $4)';

/** The first four values of a statement with `inSpan`, in its order. */
export function boundsOf({ after, upTo }: Span): readonly [string, number, string, number] {
  return [after.xid, after.seq, upTo.xid, upTo.seq];
}

const consumerKey = `hashtextextended('outbox:' || $1, 0)`;

/** True when this transaction is the consumer's only reader until it ends. */
export async function lockConsumer(tx: Tx, consumer: string): Promise<boolean> {
  const row = await tx.one<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock(${consumerKey}) AS mine`, [consumer]);
  return row!.mine;
}

/** Waits until the consumer reads nothing, and holds it back until this transaction ends: for who writes what it writes. */
export async function holdConsumer(tx: Sql, consumer: string): Promise<void> {
  await tx.run(`SELECT pg_advisory_xact_lock(${consumerKey})`, [consumer]);
}

/** The last event that a consumer has read, in commit order, and when that was written; null before the first. */
export interface Cursor {
  readonly xid: string;
  readonly seq: number;
  readonly at: string | null;
}

/** How far a consumer has read; one that never read begins at the first event. */
export async function readCursor(db: Sql, consumer: string): Promise<Cursor> {
  return (
    (await db.one<Cursor>('SELECT xid::text AS xid, seq, at FROM outbox_cursors WHERE consumer = $1', [consumer])) ?? {
      xid: '0',
      seq: 0,
      at: null,
    }
  );
}

/**
 * Commit order: by transaction, and only below the oldest one still open, since a sequence alone is not the order of commits. `o.xid`
 * and not the column of the answer, which is text: '1000' comes before '999'.
 */
export async function readEventsAfter(tx: Tx, after: Cursor, limit: number): Promise<OutboxEvent[]> {
  return tx.rows<OutboxEvent>(
    `
    SELECT xid::text AS xid, seq, municipality_id, topic, consultation_id, contribution_id, participant_id, subject, at FROM outbox o
    WHERE (o.xid, o.seq) > ($1::xid8, $2) AND o.xid < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY o.xid, o.seq LIMIT $3`,
    [after.xid, after.seq, limit],
  );
}

/** In the transaction of what was done with the events, so that each is done once; the time never goes back. */
export async function moveCursor(tx: Tx, consumer: string, to: Cursor): Promise<void> {
  await tx.run(
    `
    INSERT INTO outbox_cursors (consumer, xid, seq, at) VALUES ($1, $2::xid8, $3, $4)
    ON CONFLICT (consumer) DO UPDATE SET xid = EXCLUDED.xid, seq = EXCLUDED.seq, at = greatest(outbox_cursors.at, EXCLUDED.at)`,
    [consumer, to.xid, to.seq, to.at],
  );
}

/** Seconds for which the oldest unread event has been waiting for the consumer; 0 when it has read all. */
export async function readOutboxLag(db: Sql, consumer: string): Promise<number> {
  const { xid, seq } = await readCursor(db, consumer);
  const row = await db.one<{ seconds: number }>(
    `
    SELECT extract(epoch FROM statement_timestamp() - at)::float8 AS seconds FROM outbox WHERE (xid, seq) > ($1::xid8, $2) ORDER BY xid, seq LIMIT 1`,
    [xid, seq],
  );
  return row?.seconds ?? 0;
}
