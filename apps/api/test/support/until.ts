import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `look` gives something, at most `seconds`; gives its last answer. What it threw last is the cause of the failure. */
export async function until<T>(look: () => Promise<T | null | false | undefined>, seconds = 60): Promise<T> {
  let thrown: unknown;
  for (const end = performance.now() + seconds * 1_000; ;) {
    const found = await look().catch((error: unknown) => {
      thrown = error;
      return null;
    });
    if (found) return found;
    if (performance.now() > end) throw new Error(`Not within ${seconds} seconds.`, { cause: thrown });
    await pause(20);
  }
}
