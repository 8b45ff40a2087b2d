import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serverFlags } from '../server-flags.ts';
import { freePort } from '../free-port.ts';

const root = join(import.meta.dirname, '..', '..');

/** A server process under measurement. */
export interface Program {
  readonly port: number;
  readonly pid: number;
  readonly readyMs: number;
  stop(): Promise<void>;
}

async function untilAnswers(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 2_000; attempt += 1) {
    if (child.exitCode !== null) throw new Error('The server ended before it answered.');
    const answered = await fetch(`http://127.0.0.1:${port}/health`).then(
      (answer) => answer.body?.cancel().then(() => true) ?? true,
      () => false,
    );
    if (answered) return;
    await pause(5);
  }
  throw new Error('The server did not answer in time.');
}

/** Starts a program of the project and waits until it answers. */
export async function startProgram(file: string, env: Readonly<Record<string, string>>): Promise<Program> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [...serverFlags, join(root, file)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LOG: 'error', ...env, PORT: String(port) },
  });
  const end = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', end); // a measurement that fails leaves nothing behind
  child.once('exit', () => process.off('exit', end));
  await untilAnswers(port, child);
  return {
    port,
    pid: child.pid!,
    readyMs: performance.now() - began,
    stop: () =>
      new Promise((done) => {
        if (child.exitCode !== null) return done();
        child.once('exit', () => done());
        child.kill('SIGTERM');
      }),
  };
}

/** Memory of a process in MB: what it holds now, or the most it ever held. Not what the system counts at its end, which begins with its parent's. */
export function memoryMb(pid: number | 'self', what: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  return (Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1.024) / 1_000;
}
