import pg from 'pg';
import { isConnectionLoss } from '../database/index.ts';
import type { Logger } from '../log/index.ts';
import { askKeepalives, freeJobsOf, holdLock, readSilentWorkers } from './life-sign.queries.ts';

const lookEveryMs = 3_000;
/** Long enough for a process that lives, and lost its connection with everybody else, to take its locks again. */
const deadAfterMs = 15_000;

/**
 * Shows the other processes that this one's workers live, by locks that its session in the database holds, and frees the jobs of workers
 * that nobody shows: of a process that was killed they would wait four hours, the queue's own patience. Dead is whose lock was free at
 * every look of `deadAfterMs` in one unbroken session of ours: after a fall of the database everybody starts to count anew. Whoever is cut
 * off from the database for longer than that, and lives, may find that another does his job again, which every job allows.
 */
export class LifeSign {
  /** Names under which this process takes jobs. */
  private readonly workers = new Set<string>();
  private held = new Set<string>();
  /** Since when the workers of a name have been silent, by our own clock. */
  private silent = new Map<string, number>();
  private session: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private current: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
  ) {}

  /** Workers of this process take jobs under this name (the queue's `locked_by`) from now on. */
  add(workers: string): void {
    this.workers.add(workers);
  }

  /** Looks at once, and again and again. */
  start(): void {
    if (this.stopped) return;
    this.current = this.look()
      .catch((error: unknown) => {
        this.lose();
        if (!isConnectionLoss(error)) this.logger.error({ err: error }, 'the life of workers could not be looked at');
      })
      .then(() => {
        if (!this.stopped) this.timer = setTimeout(() => this.start(), lookEveryMs).unref();
      });
  }

  /** Gives the locks back: jobs that are still in hand go to others. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.current;
    await this.session?.end();
    this.lose();
  }

  private async look(): Promise<void> {
    const session = (this.session ??= await this.open());
    for (const id of this.workers) {
      if (this.held.has(id)) continue;
      await holdLock(session, id);
      this.held.add(id);
    }
    const now = performance.now();
    const silent = await readSilentWorkers(session, [...this.workers]);
    this.silent = new Map(silent.map((id) => [id, this.silent.get(id) ?? now]));
    const dead = silent.filter((id) => now - this.silent.get(id)! >= deadAfterMs);
    if (dead.length === 0) return;
    const freed = await freeJobsOf(session, dead);
    if (freed.length > 0) this.logger.warn({ workers: freed.length }, 'jobs of workers that died are taken up again');
  }

  private async open(): Promise<pg.Client> {
    const session = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: 'parvis-life',
    });
    session.on('error', () => {
      if (this.session === session) this.lose();
    });
    await session.connect();
    await askKeepalives(session);
    return session;
  }

  /** The session has ended, and its locks with it; what was seen in it counts no more. */
  private lose(): void {
    const { session } = this;
    this.session = null;
    this.held = new Set();
    this.silent = new Map();
    session?.end().catch(() => undefined); // it is over in any case
  }
}
