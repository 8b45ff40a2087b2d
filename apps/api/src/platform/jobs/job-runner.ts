import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Logger as WorkerLogger, parseCronItems, run, type ParsedCronItem, type Runner, type TaskList } from 'graphile-worker';
import { CONFIG, type Config } from '../config/index.ts';
import { LOGGER, type Logger } from '../log/index.ts';
import { cronOf, taskOf } from './task.ts';

type Handler = (...args: never[]) => unknown;

/** Runs the jobs of every `@Task` method. Several processes may run jobs at once: the queue hands each job to one of them. */
@Injectable()
export class JobRunner implements OnApplicationShutdown {
  private runner: Runner | null = null;

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Starts taking jobs; in a process of role `web` nobody calls it. */
  async start(concurrency = 4): Promise<void> {
    const { tasks, crons } = this.collect();
    this.runner = await run({
      connectionString: this.config.databaseUrl, concurrency, maxPoolSize: concurrency + 2, noHandleSignals: true, pollInterval: 2_000,
      taskList: tasks, parsedCronItems: crons,
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error') this.logger.error({ job: message.slice(0, 300) }, 'job failed');
      }),
    });
  }

  /** Finishes the jobs under way and takes no more. */
  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
    this.runner = null;
  }

  private collect(): { tasks: TaskList; crons: ParsedCronItem[] } {
    const tasks: TaskList = {};
    const patterns: { task: string; match: string }[] = [];
    const scanner = new MetadataScanner();
    for (const { instance } of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) {
      if (!instance || typeof instance !== 'object') continue;
      const methods = instance as Record<string, Handler>;
      for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const handler = methods[name];
        const task = typeof handler === 'function' ? taskOf(handler) : undefined;
        if (!handler || !task) continue;
        if (tasks[task]) throw new Error(`Two methods handle the job "${task}".`);
        tasks[task] = async (payload) => { await handler.call(instance, payload as never); };
        const cron = cronOf(handler);
        if (cron) patterns.push({ task, match: cron });
      }
    }
    return { tasks, crons: parseCronItems(patterns) };
  }
}
