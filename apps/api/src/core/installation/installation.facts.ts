import { hashToken } from '../accounts/index.ts';
import type { DomainError, FactsLoader } from '../../platform/http/index.ts';
import { SetupClosed } from './installation.errors.ts';
import { readSetup, type SetupRow } from './setup-links.queries.ts';

/** The wizard that this browser has opened, if it is still needed. */
export interface SetupFacts {
  readonly setup: SetupRow | null;
}

/** The setup link behind the browser's cookie, or null; text too long to be a token is not even hashed. */
export const setupFacts: FactsLoader<SetupFacts> = async ({ db }, { context: { setupToken } }) => ({
  setup: setupToken && setupToken.length <= 100 ? await readSetup(db, hashToken(setupToken)) : null,
});

/** Whoever has opened the one-time link, in the browser that opened it, while the town has no administrator. */
export function settingUp(_actor: unknown, { setup }: SetupFacts): DomainError | null {
  return setup ? null : new SetupClosed();
}
