import { EventEmitter } from 'node:events';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import {
  Logger as WorkerLogger,
  parseCronItems,
  run,
  type ParsedCronItem,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type pg from 'pg';
import { CONFIG, type Config } from '../config/index.ts';
import { LOGGER, scrubbed, type Logger } from '../log/index.ts';
import { LifeSign } from './life-sign.ts';
import { patientPool } from './patient-pool.ts';
import { Repeater } from './repeater.ts';
import { cronOf, everyOf, taskOf, type Lane } from './task.ts';

type Handler = (...args: never[]) => unknown;
/** A job that takes longer than this, or that waits for a lost database, is left; another process takes it up. */
const stopWithinMs = 20_000;

interface FailedJob {
  readonly job?: { readonly task_identifier: string; readonly attempts: number };
  readonly error?: unknown;
}

interface LaneWork {
  readonly tasks: TaskList;
  readonly crons: ParsedCronItem[];
}

/** Runs the jobs of every `@Task` method. Several processes may run jobs at once: the queue hands each job to one of them. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private started: Promise<void> = Promise.resolve();
  private runners: Runner[] = [];
  private readonly pools: pg.Pool[] = [];
  private readonly repeaters: Repeater[] = [];
  private readonly life: LifeSign;

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.life = new LifeSign(config.databaseUrl, logger);
  }

  /** Starts taking jobs; in a process of role `web` nobody calls it. `concurrency` is of each lane. */
  start(concurrency: Readonly<Record<Lane, number>> = { main: 4, mail: 2 }): Promise<void> {
    this.started = this.startLanes(concurrency);
    return this.started;
  }

  private async startLanes(concurrency: Readonly<Record<Lane, number>>): Promise<void> {
    const events = new EventEmitter() as WorkerEvents;
    events.on('pool:create', ({ workerPool }) => this.life.add(workerPool.id)); // the name under which a lane takes its jobs
    for (const [lane, { tasks, crons }] of this.collect()) {
      const pool = patientPool(this.config.databaseUrl, concurrency[lane] + 2);
      this.pools.push(pool);
      this.runners.push(
        await run({
          pgPool: pool,
          concurrency: concurrency[lane],
          noHandleSignals: true,
          pollInterval: 2_000,
          taskList: tasks,
          parsedCronItems: crons,
          events,
          logger: new WorkerLogger(() => (level, message, meta) => {
            if (level === 'error') this.tell(message, meta as FailedJob | undefined);
          }),
        }),
      );
    }
    this.life.start();
    for (const repeater of this.repeaters) repeater.start();
  }

  /** Finishes the jobs under way and takes no more, while the database is still there; without a database nobody waits for long. */
  async beforeApplicationShutdown(): Promise<void> {
    let deadline: NodeJS.Timeout | undefined;
    const late = new Promise<void>((done) => {
      deadline = setTimeout(done, stopWithinMs);
    });
    const inTime = async (work: () => Promise<unknown>): Promise<void> => {
      await Promise.race([work(), late]);
    };
    await inTime(() => this.started.catch(() => undefined)); // a signal may come while we start; whoever called start hears of its failure
    await inTime(() => Promise.all([...this.runners, ...this.repeaters].map((one) => one.stop())));
    this.runners = [];
    await inTime(() => this.life.stop());
    await inTime(() => Promise.all(this.pools.splice(0).map((pool) => pool.end())));
    clearTimeout(deadline);
  }

  /** What the queue says, without the words of the error that a job ended with: they may hold what people wrote. */
  private tell(message: string, failed: FailedJob | undefined): void {
    if (failed?.job) this.logger.error({ task: failed.job.task_identifier, attempt: failed.job.attempts, err: failed.error }, 'job failed');
    else this.logger.error({ queue: scrubbed(message) }, 'the job queue met an error');
  }

  private collect(): Map<Lane, LaneWork> {
    const lanes = new Map<Lane, { tasks: TaskList; patterns: { task: string; match: string }[] }>();
    const names = new Set<string>();
    const scanner = new MetadataScanner();
    for (const { instance } of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) {
      if (!instance || typeof instance !== 'object') continue;
      const methods = instance as Record<string, Handler>;
      for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const handler = methods[name];
        const every = typeof handler === 'function' ? everyOf(handler) : undefined;
        if (handler && every !== undefined)
          this.repeaters.push(
            new Repeater(
              async () => {
                await handler.call(instance);
              },
              every,
              this.logger,
            ),
          );
        const task = typeof handler === 'function' ? taskOf(handler) : undefined;
        if (!handler || !task) continue;
        if (names.has(task.name)) throw new Error(`Two methods handle the job "${task.name}".`);
        names.add(task.name);
        const lane = lanes.get(task.lane) ?? { tasks: {}, patterns: [] };
        lanes.set(task.lane, lane);
        lane.tasks[task.name] = async (payload) => {
          await handler.call(instance, payload as never);
        };
        const cron = cronOf(handler);
        if (cron) lane.patterns.push({ task: task.name, match: cron });
      }
    }
    return new Map([...lanes].map(([name, { tasks, patterns }]) => [name, { tasks, crons: parseCronItems(patterns) }]));
  }
}
