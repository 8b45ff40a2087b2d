/** A small memory of this process for what is dear to count and may be a little old: the oldest entries leave first. */
export class Remembered<T> {
  private readonly entries = new Map<string, { value: Promise<T>; until: number }>();

  constructor(
    private readonly ms: number,
    private readonly most: number,
  ) {}

  /** What `make` gave for the key less than `ms` ago, or gives now; a failure is not remembered. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const now = performance.now();
    const known = this.entries.get(key);
    if (known && known.until > now) return known.value;
    const value = make();
    this.entries.delete(key);
    this.entries.set(key, { value, until: now + this.ms });
    value.catch(() => this.entries.delete(key));
    if (this.entries.size > this.most) this.entries.delete(this.entries.keys().next().value!);
    return value;
  }
}
