import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readConfig, type Config } from '../../src/platform/config/index.ts';
import { Database } from '../../src/platform/database/index.ts';
import { makeApplication } from '../../src/server.ts';
import { workerDatabaseUrl } from './database.ts';

/** A running Parvis on the worker's own database. */
export interface TestApp {
  readonly app: NestExpressApplication;
  readonly db: Database;
  readonly config: Config;
  /** Scheme, host and port. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts the real application on a free port; `env` overrides what an operator would set. */
export async function startApp(env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const config = readConfig({
    DATABASE_URL: await workerDatabaseUrl(),
    PARVIS_DATA: mkdtempSync(join(tmpdir(), 'parvis-test-')),
    LOG: 'silent',
    PORT: '0',
    ...env,
  });
  const app = await makeApplication(config);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, db: app.get(Database), config, origin: `http://127.0.0.1:${port}`, stop: () => app.close() };
}
