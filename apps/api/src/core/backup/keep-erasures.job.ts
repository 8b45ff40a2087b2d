import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../../platform/config/index.ts';
import { Cron, Task } from '../../platform/jobs/index.ts';
import { keepErasures } from './erasures.ts';

/** Keeps the ids of erased people and texts outside of the database, so that a restore forgets them again. */
@Injectable()
export class KeepErasuresJob {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Task('keep-erasures')
  @Cron('*/10 * * * *')
  async run(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl });
    await client.connect();
    try {
      await keepErasures(client, join(this.config.dataFolder, 'erasures.jsonl'));
    } finally {
      await client.end();
    }
  }
}
