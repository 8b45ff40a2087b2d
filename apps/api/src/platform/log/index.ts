import { Global, Module } from '@nestjs/common';
import { pino, type Logger as PinoLogger } from 'pino';
import { CONFIG, type Config } from '../config/index.ts';
import { wordsOf } from './error-words.ts';

export { scrubbed } from './error-words.ts';

/** Structured log lines without personal data: ids, codes, durations; never an address, a name or a text that somebody typed. */
export type Logger = PinoLogger;
export const LOGGER = Symbol('logger');

function levelOf(setting: string): string {
  return ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'].includes(setting) ? setting : 'info';
}

/** A logger that writes JSON lines to standard output; errors keep type, code and place (error-words.ts). */
function makeLogger(setting: string): Logger {
  return pino({
    level: levelOf(setting),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => wordsOf(error) },
  });
}

/** Gives the server's logger (`LOGGER`) to all; the public log of acts is core/log. */
@Global()
@Module({
  providers: [{ provide: LOGGER, inject: [CONFIG], useFactory: (config: Config) => makeLogger(config.logLevel) }],
  exports: [LOGGER],
})
export class LogModule {}
