import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import compression from 'compression';
import { AppModule } from './app.module.ts';
import { Health, healthMiddleware } from './core/health/index.ts';
import { SetupLinks } from './core/installation/index.ts';
import { siteFolder } from './core/site/index.ts';
import { refuseTakenPort, type Config } from './platform/config/index.ts';
import { countStatements, makeDataSource, migrate, traceSql } from './platform/database/index.ts';
import {
  Routes,
  TOWN_SOURCE,
  answerUnreadableRequests,
  assetsMiddleware,
  contextMiddleware,
  securityHeaders,
  type TownSource,
} from './platform/http/index.ts';
import { JobRunner } from './platform/jobs/index.ts';
import { languages } from './platform/messages/index.ts';
import { LOGGER, type Logger } from './platform/log/index.ts';

/** Makes the application with its routes collected, not yet listening; used by the server and by tests. */
export async function makeApplication(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), {
    bodyParser: false,
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const express = app.getHttpAdapter().getInstance();
  express.disable('x-powered-by');
  express.set('etag', false);
  express.set('query parser', 'simple');
  if (config.logLevel === 'sql') showStatements(app);
  app.use(securityHeaders);
  app.use(healthMiddleware(app.get(Health), config.role));
  app.use(assetsMiddleware(languages.map((language) => join(siteFolder, `client-${language}`, 'assets'))));
  const compress = compression({
    filter: (request, response) =>
      !String(response.getHeader('content-type')).startsWith('text/event-stream') && compression.filter(request, response),
  });
  app.use((request: Request, response: Response, next: NextFunction) =>
    request.method === 'GET' ? compress(request, response, next) : next(),
  ); // answers to acts are short
  app.use(contextMiddleware(config, app.get<TownSource>(TOWN_SOURCE), app.get<Logger>(LOGGER)));
  answerUnreadableRequests(app.getHttpServer());
  app.get(Routes).mount(app.getHttpAdapter());
  await app.init();
  return app;
}

/** What nobody caught ends the process, as Node would have it, and is told in the log's words: Node's own show the whole error, values and all. */
function endInWords(logger: Logger): void {
  const end = (error: unknown): void => {
    logger.fatal({ err: error }, 'nobody caught an error');
    logger.flush(() => process.exit(1));
  };
  process.on('uncaughtException', end).on('unhandledRejection', end);
}

/** Serves pages and API, jobs, or both, as the configuration's role says, until SIGTERM or SIGINT. */
export async function serve(config: Config): Promise<NestExpressApplication> {
  await refuseTakenPort(config);
  await bringUpToDate(config);
  const app = await makeApplication(config);
  endInWords(app.get<Logger>(LOGGER));
  app.enableShutdownHooks([], { useProcessExit: true });
  cutOffLateConnections(app);
  await app.listen(config.port, config.host); // a worker answers /health too
  if (config.role !== 'web') await app.get(JobRunner).start();
  if (config.role !== 'worker') process.stdout.write((await app.get(SetupLinks).invitation()) ?? '');
  return app;
}

/** For who builds Parvis: each statement as it is sent, and a warning for requests that send many. */
function showStatements(app: NestExpressApplication): void {
  traceSql((text) => {
    process.stdout.write(text);
  });
  app.use((request: { method: string; url: string }, response: NodeJS.EventEmitter, next: () => void) => {
    const judge = countStatements(`${request.method} ${request.url}`, () => {
      next();
    });
    response.once('finish', judge);
  });
}

/** Requests under way are answered; whoever still holds a connection ten seconds after the signal is cut off, so that a restart never hangs. */
function cutOffLateConnections(app: NestExpressApplication): void {
  const server = app.getHttpServer();
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      setTimeout(() => server.closeAllConnections(), 10_000).unref();
    });
}

/** Migrates before anything reads; processes that start together do it once. */
export async function bringUpToDate(config: Config): Promise<void> {
  const source = await makeDataSource({ url: config.databaseUrl, poolSize: 2, applicationName: 'parvis-migrate' }).initialize();
  try {
    await migrate(source, config.databaseUrl);
  } finally {
    await source.destroy();
  }
}
