import type { Logger } from '../log/index.ts';

/** Runs something again and again, a pause after its last end; a failure is logged and does not end it. */
export class Repeater {
  private timer: NodeJS.Timeout | null = null;
  private current: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly ms: number,
    private readonly logger: Logger,
  ) {}

  start(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.current = this.work()
        .catch((error: unknown) => this.logger.error({ err: error }, 'repeated job failed'))
        .then(() => this.start());
    }, this.ms);
  }

  /** Waits for the run under way and starts no other. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.current;
  }
}
