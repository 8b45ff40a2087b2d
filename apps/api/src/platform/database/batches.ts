import { isConnectionLoss } from './database.ts';

export interface BatchLimits {
  /** Members of one statement at most; a longer one holds its first too long. */
  readonly perBatch: number;
  readonly inFlight: number;
}

interface Waiting<Wish, Outcome> {
  readonly wish: Wish;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Sends what waits at the same time as one statement, so that a popular hour costs little more than one request (docs/measurements.md, 6).
 * An idle server sends at the end of the turn of its event loop: nobody waits for company. Each asker has its own outcome, after the
 * statement's commit. When a batch fails, its members are tried one by one, so that one bad wish spoils nobody else's; a lost database
 * is the same for all of them.
 */
export class Batches<Wish, Outcome> {
  private waiting: Waiting<Wish, Outcome>[] = [];
  private inFlight = 0;
  private isDue = false;

  /** `decide` gives one outcome for each wish, in their order. */
  constructor(
    private readonly decide: (wishes: readonly Wish[]) => Promise<readonly Outcome[]>,
    private readonly limits: BatchLimits,
  ) {}

  /** @throws what `decide` throws for this wish alone */
  ask(wish: Wish): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ wish, resolve, reject });
      if (this.isDue) return;
      this.isDue = true;
      setImmediate(() => {
        this.isDue = false;
        this.send();
      });
    });
  }

  private send(): void {
    while (this.waiting.length > 0 && this.inFlight < this.limits.inFlight) {
      const batch = this.waiting.splice(0, this.limits.perBatch);
      this.inFlight += 1;
      void this.run(batch).finally(() => {
        this.inFlight -= 1;
        this.send();
      });
    }
  }

  private async run(batch: readonly Waiting<Wish, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.decide(batch.map((one) => one.wish));
      batch.forEach((one, at) => one.resolve(outcomes[at]!));
    } catch (error) {
      if (batch.length === 1 || isConnectionLoss(error)) for (const one of batch) one.reject(error);
      else for (const one of batch) await this.run([one]);
    }
  }
}
