import { Agent, request } from 'node:http';

/** One request of a load. */
export interface Shot {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}
/** What a load came to; times in milliseconds. */
export interface Run {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly statuses: Readonly<Record<number, number>>;
}

function send(port: number, agent: Agent, shot: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, agent, method: shot.method, path: shot.path, headers: { host: '127.0.0.1', ...shot.headers } },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

function summary(times: number[], statuses: Map<number, number>, seconds: number): Run {
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), statuses: Object.fromEntries(statuses) };
}

/** `connections` callers, each with the next request as soon as the last is answered, for some seconds. `shotOf` counts from 0. */
export async function closedLoop(port: number, connections: number, seconds: number, shotOf: (n: number) => Shot): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const [times, statuses] = [[] as number[], new Map<number, number>()];
  const began = performance.now();
  const ends = began + seconds * 1_000;
  let n = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < ends) {
        const started = performance.now();
        const status = await send(port, agent, shotOf(n++));
        times.push(performance.now() - started);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }),
  );
  agent.destroy();
  return summary(times, statuses, (performance.now() - began) / 1_000);
}

/** `rate` requests a second whatever the answers do, so that waiting is measured and not avoided (coordinated omission). */
export async function openLoop(port: number, rate: number, seconds: number, shotOf: (n: number) => Shot): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const [times, statuses] = [[] as number[], new Map<number, number>()];
  const total = Math.round(rate * seconds);
  const began = performance.now();
  await new Promise<void>((done, fail) => {
    let [started, ended] = [0, 0];
    const tick = (): void => {
      for (; started < total && performance.now() >= began + (started * 1_000) / rate; started += 1) {
        const due = began + (started * 1_000) / rate;
        send(port, agent, shotOf(started)).then((status) => {
          times.push(performance.now() - due);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          ended += 1;
          if (ended === total) done();
        }, fail);
      }
      if (started < total) setTimeout(tick, 1);
    };
    tick();
  });
  agent.destroy();
  return summary(times, statuses, (performance.now() - began) / 1_000);
}
