import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/config/index.ts';

/** Real public data beside the project (`../shared/data`, or the folder that SHARED_DATA names); undefined where they are not: tests that need them say so and are skipped. */
export function realData(...path: readonly string[]): string | undefined {
  const folder = join(process.env['SHARED_DATA'] ?? join(projectRoot, '../shared/data'), ...path);
  return existsSync(folder) ? folder : undefined;
}
