interface Kept<T> {
  readonly answer: Promise<T>;
  madeAtMs: number;
  tookMs: number;
}

const longestMs = 60_000;
const atMost = 200;

/**
 * Keeps answers for twenty times as long as they took, a minute at most: what is quick is always fresh, and what is slow takes no more
 * than a twentieth of a process's time however often it is asked. Those who ask while it is being made wait for the same one.
 */
export class Paced<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    if (known && this.nowMs() - known.madeAtMs < Math.min(longestMs, 20 * known.tookMs)) return known.answer;
    const startedMs = this.nowMs();
    const fresh: Kept<T> = { answer: make(), madeAtMs: startedMs, tookMs: Infinity };
    this.kept.delete(key);
    this.kept.set(key, fresh);
    if (this.kept.size > atMost) this.kept.delete(this.kept.keys().next().value!);
    fresh.answer.then(
      () => Object.assign(fresh, { madeAtMs: this.nowMs(), tookMs: this.nowMs() - startedMs }),
      () => this.kept.delete(key),
    );
    return fresh.answer;
  }
}
