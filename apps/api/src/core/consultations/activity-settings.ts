import type { ActivityKind } from '@parvis/shared/activities/kind.ts';
import { fieldErrorsOf } from '@parvis/shared/contracts/issues.ts';
import { InvalidInput } from '../../platform/http/index.ts';

/** Where an administrator begins: the kind's own defaults, or its example where something has none. */
export function defaultSettings(kind: ActivityKind): Readonly<Record<string, unknown>> {
  const read = kind.settings.safeParse({});
  return (read.success ? read.data : kind.example) as Readonly<Record<string, unknown>>;
}

/** Settings as the kind reads them. @throws InvalidInput naming each wrong one below `#/settings` */
export function readSettings(kind: ActivityKind, settings: unknown): Readonly<Record<string, unknown>> {
  const read = kind.settings.safeParse(settings);
  if (read.success) return read.data as Readonly<Record<string, unknown>>;
  throw new InvalidInput(fieldErrorsOf(read.error, settings).map((one) => ({ ...one, pointer: one.pointer.replace('#', '#/settings') })));
}
