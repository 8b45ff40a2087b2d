import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/index.ts';
import { Cron, Every, Task } from '../../platform/jobs/index.ts';
import { LOGGER, type Logger } from '../../platform/log/index.ts';
import { followConsumer, readOutbox, readOutboxLag, type OutboxEvent } from '../log/index.ts';
import { deleteOldRecounts, insertRecount, readDiffering, readFigures, readTallied, readTowns, readUnsettled } from './recount.queries.ts';
import {
  addSupports,
  consumer,
  lockTallies,
  orderConsumer,
  orderSupports,
  readGrouped,
  recountComments,
  recountSupports,
  refreshTallies,
  touchActivities,
  type SupportChange,
} from './tallies.queries.ts';

const eventsAtOnce = 2_000;
const recountAtOnce = 500;
const [turnsAtMost, pauseMs] = [20, 50];
const [busyFrom, orderEveryMs] = [200, 15_000];

/** How well the tallies follow: `lagSeconds` of the oldest unread event, and tallies that the last nightly recount found wrong. */
export interface TallyHealth {
  readonly lagSeconds: number;
  readonly differing: number;
}

/** Keeps the public counts: every half second from what happened, and every night all of them again, with an alarm. */
@Injectable()
export class TallyJob {
  private orderedAt = -Infinity; // never by this process, however young it is

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Brings the tallies up to date, and the order of lists with them, in a rush (200 events in one run) every fifteen seconds. Safe to call
   * at any time in any process: the outbox has one reader. What a transaction that is still open holds back (anywhere in the cluster, for
   * snapshots know no databases) is waited for, at most a second.
   */
  @Every(500)
  async refresh(): Promise<void> {
    const events = await this.count();
    if (events >= busyFrom && performance.now() - this.orderedAt < orderEveryMs) return;
    await followConsumer(this.db, orderConsumer, consumer, async (tx, span) => {
      await lockTallies(tx);
      await orderSupports(tx, span);
    });
    this.orderedAt = performance.now();
  }

  private async count(): Promise<number> {
    let events = 0;
    for (let turn = 1; turn <= turnsAtMost; turn += 1) {
      for (let read = eventsAtOnce; read === eventsAtOnce; events += read)
        read = await readOutbox(this.db, consumer, eventsAtOnce, applyEvents);
      if ((await readOutboxLag(this.db, consumer)) === 0) break;
      await pause(pauseMs);
    }
    return events;
  }

  /** Recounts every tally of every town from the rows themselves, sets right what was wrong, and says how many were. */
  @Task('tallies.recount')
  @Cron('40 2 * * *')
  async recountAll(): Promise<void> {
    await this.refresh();
    for (const town of await readTowns(this.db)) await this.recountTown(town);
    await deleteOldRecounts(this.db);
  }

  /** For /ready and for operators. */
  async health(): Promise<TallyHealth> {
    return { lagSeconds: await readOutboxLag(this.db, consumer), differing: await readDiffering(this.db) };
  }

  private async recountTown(municipalityId: string): Promise<void> {
    let [counted, differing] = [0, 0];
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const ids = await readTallied(this.db, municipalityId, after, recountAtOnce);
      if (ids.length === 0) break;
      differing += await this.db.transaction((tx) => recountSome(tx, municipalityId, ids));
      counted += ids.length;
      after = ids.at(-1)!;
    }
    await insertRecount(this.db, municipalityId, counted, differing);
    if (differing > 0) this.logger.error({ municipalityId, counted, differing }, 'tallies differed from a recount and were set right');
  }
}

async function recountSome(tx: Tx, municipalityId: string, ids: readonly string[]): Promise<number> {
  await lockTallies(tx);
  const before = await readFigures(tx, municipalityId, ids);
  await recountSupports(tx, municipalityId, ids);
  await recountComments(tx, municipalityId, ids);
  const after = await readFigures(tx, municipalityId, ids);
  const unsettled = await readUnsettled(tx, municipalityId);
  return ids.filter((id) => before.get(id) !== after.get(id) && !unsettled.has(id)).length;
}

async function applyEvents(tx: Tx, events: readonly OutboxEvent[]): Promise<void> {
  for (const [municipalityId, own] of Map.groupBy(
    events.filter((event) => event.contribution_id !== null),
    (event) => event.municipality_id,
  )) {
    const supports = own.filter((event) => event.topic.startsWith('support.'));
    const merges = own.filter((event) => event.topic.includes('merged'));
    await applySupports(tx, municipalityId, supports, idsOf(merges));
    const rest = idsOf(own.filter((event) => !event.topic.startsWith('support.')));
    if (rest.length > 0) {
      await refreshTallies(tx, municipalityId, rest);
      await recountComments(tx, municipalityId, rest);
    }
    await touchActivities(tx, municipalityId, idsOf(own));
  }
}

/** Adds up what is plain, and counts again the groups, whose people are counted once. `merged` have entered or left a group. */
async function applySupports(tx: Tx, municipalityId: string, events: readonly OutboxEvent[], merged: readonly string[]): Promise<void> {
  const touched = [...new Set([...idsOf(events), ...merged])];
  if (touched.length === 0) return;
  const unplaced = idsOf(events.filter((event) => typeof event.subject['slot'] !== 'number')); // written before events said where they count
  const recounted = new Set([...merged, ...unplaced, ...(await readGrouped(tx, municipalityId, touched))]);
  const plain = events.filter((event) => !recounted.has(event.contribution_id!)).map(changeOf);
  if (plain.length > 0) await addSupports(tx, municipalityId, plain);
  if (recounted.size > 0) await recountSupports(tx, municipalityId, [...recounted].sort());
}

function changeOf({ contribution_id, topic, subject, xid }: OutboxEvent): SupportChange {
  return { contributionId: contribution_id!, slot: Number(subject['slot']), change: topic === 'support.given' ? 1 : -1, xid };
}

function idsOf(events: readonly OutboxEvent[]): string[] {
  return [...new Set(events.map((event) => event.contribution_id!))].sort();
}
