import { PassThrough, type Readable } from 'node:stream';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { LiveCounts } from '@parvis/shared/contracts/supports.ts';
import type { Sql } from '../../platform/database/index.ts';
import { LOGGER, type Logger } from '../../platform/log/index.ts';
import { TooManyOwnWatchers, TooManyWatchers } from './tallies.errors.ts';
import { peopleOf } from './people.ts';
import { readCounts, type LiveCountRow } from './tallies.queries.ts';

const watchersAtMost = 2_000;
/** Of one address (an office, a library) and of one account, so that nobody takes them all; each page beyond them asks by polling. */
const [ofAddressAtMost, ofAccountAtMost] = [50, 10];
const everyMs = 1_000;
/** A comment line, so that proxies keep the connection. */
const breathEveryTurns = 20;

/** Who opens a stream. */
export interface WatchedBy {
  readonly ip: string;
  readonly accountId: string | null;
}

interface Watcher {
  readonly by: WatchedBy;
  readonly stream: PassThrough;
  readonly db: Sql;
  readonly municipalityId: string;
  readonly activityId: string;
  readonly ids: readonly string[];
  readonly sent: Map<string, string>;
}

/** One row as answers show it. */
export function countOf(row: LiveCountRow): LiveCounts['counts'][number] {
  return { contributionId: row.contribution_id, supports: row.supports, people: peopleOf(row.by_level), comments: row.comments };
}

/**
 * Tells open pages how counts move. Each process asks the database once a second, and once per town, for everything that its pages
 * watch, and only while some page is open: ten or two thousand watchers of one list cost the same read.
 */
@Injectable()
export class LiveHub implements BeforeApplicationShutdown {
  private readonly watchers = new Set<Watcher>();
  private timer: NodeJS.Timeout | null = null;
  private turn = 0;

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  /** A stream of server-sent events, whole at first, then what changed. @throws TooManyWatchers, TooManyOwnWatchers: the page polls instead */
  watch(db: Sql, municipalityId: string, activityId: string, ids: readonly string[], by: WatchedBy): Readable {
    if (this.watchers.size >= watchersAtMost) throw new TooManyWatchers();
    const open = [...this.watchers].map((one) => one.by);
    if (open.filter((one) => one.ip === by.ip).length >= ofAddressAtMost) throw new TooManyOwnWatchers();
    if (by.accountId !== null && open.filter((one) => one.accountId === by.accountId).length >= ofAccountAtMost)
      throw new TooManyOwnWatchers();
    const watcher = { by, stream: new PassThrough(), db, municipalityId, activityId, ids, sent: new Map<string, string>() };
    this.watchers.add(watcher);
    watcher.stream.on('close', () => this.leave(watcher));
    watcher.stream.write('retry: 5000\n\n');
    void this.tell([watcher]);
    this.timer ??= setInterval(() => void this.tell([...this.watchers]), everyMs).unref();
    return watcher.stream;
  }

  beforeApplicationShutdown(): void {
    for (const watcher of this.watchers) watcher.stream.end();
    if (this.timer) clearInterval(this.timer);
  }

  private leave(watcher: Watcher): void {
    this.watchers.delete(watcher);
    if (this.watchers.size > 0 || !this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  private async tell(watchers: readonly Watcher[]): Promise<void> {
    this.turn += 1;
    if (this.turn % breathEveryTurns === 0) for (const { stream } of watchers) if (!stream.writableNeedDrain) stream.write(': \n\n');
    for (const [db, ofDb] of Map.groupBy(watchers, (one) => one.db)) {
      for (const [town, ofTown] of Map.groupBy(ofDb, (one) => one.municipalityId)) {
        try {
          const rows = await readCounts(
            db,
            town,
            [...new Set(ofTown.map((one) => one.activityId))],
            [...new Set(ofTown.flatMap((one) => one.ids))],
          );
          for (const watcher of ofTown) sendChanges(watcher, new Map(rows.map((row) => [row.contribution_id, row])));
        } catch (error) {
          // the database is away: pages keep what they show, and the next turn tries again
          this.logger.warn({ err: error }, 'live counts could not be read');
        }
      }
    }
  }
}

function sendChanges({ stream, activityId, ids, sent }: Watcher, rows: ReadonlyMap<string, LiveCountRow>): void {
  if (!stream.writable || stream.writableNeedDrain) return; // who does not read hears the latest figures later, and fills no memory
  const counts = ids.flatMap((id) => {
    const row = rows.get(id);
    const figures = JSON.stringify(row);
    if (row?.activity_id !== activityId || sent.get(id) === figures) return []; // of another activity: the policy was not asked about it
    sent.set(id, figures);
    return [countOf(row)];
  });
  if (counts.length > 0) stream.write(`data: ${JSON.stringify({ counts })}\n\n`);
}
