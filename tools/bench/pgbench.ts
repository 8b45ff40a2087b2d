import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const script = `
\\set n random(1, 2147483647)
INSERT INTO bare_supports (municipality_id, contribution_id, participant_id, level, salt)
VALUES ('00000000-0000-0000-0000-000000000001', md5('c' || :n)::uuid, gen_random_uuid(), 1, '\\x00') ON CONFLICT DO NOTHING;
`;

/** Inserts a second by PostgreSQL's own load tool at 32 connections, into the table of the bare process; null where it is not installed. */
export function measurePgbench(url: string, seconds: number): number | null {
  const file = join(mkdtempSync('/tmp/parvis-pgbench-'), 'insert.sql');
  writeFileSync(file, script);
  const run = spawnSync('pgbench', ['-n', '-M', 'prepared', '-c', '32', '-j', '2', '-T', String(seconds), '-f', file, url], {
    encoding: 'utf8',
  });
  if (run.error) return null;
  const found = /tps = ([\d.]+)/.exec(run.stdout);
  if (!found) throw new Error(`pgbench: ${run.stderr}`);
  return Number(found[1]);
}
