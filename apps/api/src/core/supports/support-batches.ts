import type { Database } from '../../platform/database/index.ts';
import { insertSupports, type DecidedSupport, type SupportWish } from './supports.queries.ts';

/** Wishes of one statement at most; a longer one holds its first too long. */
const perBatch = 64;
const inFlightAtMost = 2;

interface Waiting {
  readonly wish: SupportWish;
  readonly resolve: (decided: DecidedSupport) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Sends what waits at the same time as one statement, so that a popular hour costs little more than one request (schema-notes.md, 11).
 * An idle server decides at once: nobody waits for company. Each request still answers after its own commit. When a batch fails, its
 * members are tried one by one, so that one bad wish spoils nobody else's.
 */
export class SupportBatches {
  private waiting: Waiting[] = [];
  private inFlight = 0;

  constructor(private readonly db: Database) {}

  decide(wish: SupportWish): Promise<DecidedSupport> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ wish, resolve, reject });
      this.send();
    });
  }

  private send(): void {
    while (this.waiting.length > 0 && this.inFlight < inFlightAtMost) {
      const batch = this.waiting.splice(0, perBatch);
      this.inFlight += 1;
      void this.run(batch).finally(() => {
        this.inFlight -= 1;
        this.send();
      });
    }
  }

  private async run(batch: readonly Waiting[]): Promise<void> {
    try {
      const decided = await insertSupports(this.db, batch.map((one) => one.wish));
      batch.forEach((one, at) => one.resolve(decided[at]!));
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      else for (const one of batch) await this.run([one]);
    }
  }
}
