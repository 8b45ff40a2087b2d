import { AsyncLocalStorage } from 'node:async_hooks';

/** Statements of one request above which a screen asks too much. */
const manyStatements = 10;

const counts = new AsyncLocalStorage<{ statements: number }>();
let write: ((text: string) => void) | null = null;

/** Shows every statement from now on, for `LOG=sql`: values included, so never in production. */
export function traceSql(to: (text: string) => void): void {
  write = to;
}

/** Counts the statements of `work`, a request; gives what says afterwards whether they were many. */
export function countStatements(what: string, work: () => void): () => void {
  const count = { statements: 0 };
  counts.run(count, work);
  return () => {
    if (count.statements > manyStatements) write?.(`⚠ ${count.statements} statements for ${what}\n`);
  };
}

/** Sends a statement, and shows it when asked to: milliseconds, rows, the line of the room that sent it, its text and parameters. */
export async function traced<T>(
  text: string,
  values: readonly unknown[],
  send: () => Promise<T>,
  rowsOf: (answer: T) => number,
): Promise<T> {
  if (!write) return send();
  const count = counts.getStore();
  if (count) count.statements += 1;
  const from = /[\w-]+\.queries\.[jt]s:\d+/.exec(new Error().stack ?? '')?.[0] ?? '';
  const started = performance.now();
  const answer = await send();
  if (!count && rowsOf(answer) === 0) return answer; // a job that looks twice a second and finds nothing
  const shown = values.map((value, at) => `$${at + 1} = ${JSON.stringify(value)?.slice(0, 120) ?? 'null'}`).join(', ');
  write(
    `${(performance.now() - started).toFixed(1)} ms, ${rowsOf(answer)} rows, ${from}\n  ${text.trim().replace(/\n\s*/g, '\n  ')}\n${shown ? `  -- ${shown}\n` : ''}`,
  );
  return answer;
}
