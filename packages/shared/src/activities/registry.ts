import type { ActivityKind } from './kind.ts';
import { proposals } from './proposals/index.ts';

/** Every way of taking part: one line each. */
export const kinds: readonly ActivityKind[] = [proposals as ActivityKind];

/** The kind of a code that stands in the database; null for one that this version does not know. */
export function kindOf(name: string): ActivityKind | null {
  return kinds.find((kind) => kind.name === name) ?? null;
}
