import type { Database, Tx } from '../../platform/database/index.ts';
import { lockConsumer, moveCursor, readEventsAfter, readCursor, type OutboxEvent, type Span } from './read-outbox.queries.ts';

/**
 * Hands a consumer the committed events that it has not seen, in commit order, and moves its cursor in the same transaction: what
 * `apply` writes through `tx` happens once for each event, though a run may be repeated. One process reads for a consumer at a time.
 * A long transaction anywhere holds all consumers back (docs/measurements.md, 7): `readOutboxLag` tells by how much.
 * @param limit events at most in one run
 * @returns how many events were applied; 0 when there was nothing, or when another process reads
 */
export async function readOutbox(
  db: Database,
  consumer: string,
  limit: number,
  apply: (tx: Tx, events: readonly OutboxEvent[]) => Promise<void>,
): Promise<number> {
  return db.transaction(async (tx) => {
    if (!(await lockConsumer(tx, consumer))) return 0;
    const events = await readEventsAfter(tx, await readCursor(tx, consumer), limit);
    const last = events.at(-1);
    if (!last) return 0;
    await apply(tx, events);
    await moveCursor(tx, consumer, last);
    return events.length;
  });
}

/**
 * Hands a consumer the span of events that another has read and it has not, and moves its cursor to where the other stands: for what
 * follows from what the other has written, or needs no event by itself. One process reads for a consumer at a time.
 */
export async function followConsumer(
  db: Database,
  consumer: string,
  ahead: string,
  apply: (tx: Tx, span: Span) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await lockConsumer(tx, consumer))) return;
    const [after, upTo] = [await readCursor(tx, consumer), await readCursor(tx, ahead)];
    if (after.xid === upTo.xid && after.seq === upTo.seq) return;
    await apply(tx, { after, upTo });
    await moveCursor(tx, consumer, upTo);
  });
}
