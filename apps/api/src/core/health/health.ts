import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { migrations } from '../../../../../migrations/index.ts';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { readOutboxLag } from '../log/index.ts';
import { readDiffering } from '../tallies/index.ts';
import { readJobLag, readMailLag, readMigrationNames, timeDatabase } from './health.queries.ts';

/** One thing that was looked at. `failing` takes the process out of service; `attention` asks for the operator. */
export interface Check {
  readonly name: 'database' | 'migrations' | 'jobs' | 'outbox' | 'recount' | 'mail' | 'disk';
  readonly state: 'well' | 'attention' | 'failing';
  /** For the sentence `health.<name>.<state>`. */
  readonly values: Readonly<Record<string, number>>;
}

/** From when on a delay is worth an operator's look, in seconds; free space in megabytes. */
const limits = { jobsSeconds: 300, outboxSeconds: 60, mailSeconds: 1_800, diskAttentionMb: 2_000, diskFailingMb: 200 } as const;
const rememberedMs = 1_000;

/** Looks at what the site stands on. Whoever asks in the same second shares one look. */
@Injectable()
export class Health {
  private last: { readonly at: number; readonly checks: Promise<readonly Check[]> } | null = null;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  check(): Promise<readonly Check[]> {
    const now = performance.now();
    if (!this.last || now - this.last.at > rememberedMs) this.last = { at: now, checks: this.look() };
    return this.last.checks;
  }

  private async look(): Promise<readonly Check[]> {
    const database = await this.database();
    const inside =
      database.state === 'failing' ? [] : await Promise.all([this.migrations(), this.jobs(), this.outbox(), this.recount(), this.mail()]);
    return [database, ...inside, await this.disk()];
  }

  private async database(): Promise<Check> {
    return timeDatabase(this.db).then(
      (ms) => ({ name: 'database', state: 'well', values: { ms: Math.ceil(ms) } }) as const,
      () => ({ name: 'database', state: 'failing', values: {} }) as const,
    );
  }

  private async migrations(): Promise<Check> {
    const ran = new Set(await readMigrationNames(this.db));
    const count = migrations.filter((one) => !ran.has(one.name)).length;
    return { name: 'migrations', state: count === 0 ? 'well' : 'failing', values: { count } };
  }

  private async jobs(): Promise<Check> {
    const { due, seconds, given_up: givenUp } = await readJobLag(this.db);
    return {
      name: 'jobs',
      state: seconds > limits.jobsSeconds || givenUp > 0 ? 'attention' : 'well',
      values: { count: due, seconds, givenUp },
    };
  }

  private async outbox(): Promise<Check> {
    const seconds = Math.round(await readOutboxLag(this.db, 'tallies'));
    return { name: 'outbox', state: seconds > limits.outboxSeconds ? 'attention' : 'well', values: { seconds } };
  }

  private async recount(): Promise<Check> {
    const count = await readDiffering(this.db);
    return { name: 'recount', state: count > 0 ? 'attention' : 'well', values: { count } };
  }

  private async mail(): Promise<Check> {
    const { waiting, seconds, refused } = await readMailLag(this.db);
    const isSent = this.config.smtpUrl !== null; // in a demonstration mail is read on screen: none of it waits
    return {
      name: 'mail',
      state: isSent && seconds > limits.mailSeconds ? 'attention' : 'well',
      values: { count: isSent ? waiting : 0, minutes: Math.round(seconds / 60), refused },
    };
  }

  private async disk(): Promise<Check> {
    const { bavail, bsize } = await statfs(this.config.dataFolder);
    const megabytes = Math.floor((bavail * bsize) / 1_000_000);
    const state = megabytes < limits.diskFailingMb ? 'failing' : megabytes < limits.diskAttentionMb ? 'attention' : 'well';
    return { name: 'disk', state, values: { megabytes } };
  }
}
