import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/config/index.ts';
import { freePort } from '../../../../tools/free-port.ts';
import { serverFlags } from '../../../../tools/server-flags.ts';

/** A Parvis started as an operator starts it: the compiled program in a process of its own. */
export interface TestProcess {
  readonly port: number;
  /** Everything that it wrote so far, both outputs. */
  output(): string;
  /** Sends SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
  /** Sends SIGKILL: the process ends at once and tells nobody. */
  kill(): Promise<number | null>;
  /** The exit code, when it ends by itself. */
  readonly ended: Promise<number | null>;
}

/** Starts `dist/server/…/main.js` with these settings and nothing of this process's own. */
export async function startProcess(env: Readonly<Record<string, string>>): Promise<TestProcess> {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [...serverFlags, join(projectRoot, 'dist/server/apps/api/src/main.js')], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), PARVIS_DATA: mkdtempSync(join(tmpdir(), 'parvis-process-')), ...env },
  });
  let written = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => {
      written += chunk.toString();
    });
  const ended = new Promise<number | null>((done) => {
    child.on('exit', (code) => done(code));
  });
  return {
    port,
    output: () => written,
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** One request with any Host header, as a reverse proxy sends it. */
export function ask(
  port: number,
  path: string,
  {
    host = '127.0.0.1',
    method = 'GET',
    body,
    headers = {},
  }: { host?: string; method?: string; body?: object; headers?: Readonly<Record<string, string>> } = {},
): Promise<{ status: number; text: string; headers: Readonly<Record<string, unknown>> }> {
  return new Promise((done, fail) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { host, ...(body && { 'content-type': 'application/json' }), ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          done({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), headers: answer.headers }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(body && JSON.stringify(body));
  });
}
