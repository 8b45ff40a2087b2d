import { SetMetadata } from '@nestjs/common';

const taskKey = 'parvis:task';
const cronKey = 'parvis:cron';
const everyKey = 'parvis:every';

/** Jobs of one lane share its workers: a slow mail server fills the lane `mail` and delays nothing else. */
export type Lane = 'main' | 'mail';

/** Declares a method as the handler of a job: `(payload) => Promise<void>`. A job may run again after a failure: make it repeatable. */
export function Task(name: string, { lane = 'main' }: { readonly lane?: Lane } = {}): MethodDecorator {
  return SetMetadata(taskKey, { name, lane });
}

/** Declares that a task also runs by the clock (crontab, UTC): `@Cron('15 3 * * *')` beside `@Task`. */
export function Cron(pattern: string): MethodDecorator {
  return SetMetadata(cronKey, pattern);
}

/**
 * Declares a method that each process which runs jobs calls again and again, `ms` after its last run ended; for what must follow within
 * a second and costs little when there is nothing to do. Several processes may run it at once: it looks after that itself.
 */
export function Every(ms: number): MethodDecorator {
  return SetMetadata(everyKey, ms);
}

type Handler = (...args: never[]) => unknown;

/** Undefined on a method that is no task. */
export function taskOf(handler: Handler): { readonly name: string; readonly lane: Lane } | undefined {
  return Reflect.getMetadata(taskKey, handler) as { name: string; lane: Lane } | undefined;
}

/** Five fields in UTC, or undefined. */
export function cronOf(handler: Handler): string | undefined {
  return Reflect.getMetadata(cronKey, handler) as string | undefined;
}

/** Milliseconds, or undefined. */
export function everyOf(handler: Handler): number | undefined {
  return Reflect.getMetadata(everyKey, handler) as number | undefined;
}
