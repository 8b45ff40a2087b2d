import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { loadTown, type BenchTown } from './bench/data.ts';
import { measureCounting } from './bench/counting.ts';
import { closedLoop, openLoop, type Run, type Shot } from './bench/drive.ts';
import { against, median, tableOf, under, type Figure } from './bench/figures.ts';
import { measureImport } from './bench/import-speed.ts';
import { measurePages } from './bench/pages.ts';
import { measurePgbench } from './bench/pgbench.ts';
import { memoryMb, startProgram } from './bench/programs.ts';
import { build } from './build.ts';
import { ensureDatabase, startPostgres } from './postgres.ts';

// npm run bench            the figures of docs/benchmarks.md, about fifteen minutes on two idle cores
// npm run bench -- small   the same on little data, to see that it runs; writes nothing
const root = join(import.meta.dirname, '..');
const isSmall = process.argv.includes('small');
const size = isSmall
  ? { proposals: 2_000, supports: 20_000, comments: 5_000, people: 3_000 }
  : { proposals: 100_000, supports: 1_000_000, comments: 500_000, people: 20_000 };
const [seconds, rounds, openSeconds] = isSmall ? [2, 1, 5] : [6, 5, 120];
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await build();
const { makeDataSource, migrate } = (await import(
  pathToFileURL(join(root, 'dist/server/apps/api/src/platform/database/index.js')).href
)) as typeof import('../apps/api/src/platform/database/index.ts');
const folder = mkdtempSync('/tmp/parvis-bench-pg-');
chmodSync(folder, 0o755); // PostgreSQL runs as another user when we are root
const postgres = await startPostgres(folder, ['shared_buffers=1GB', 'max_wal_size=4GB', 'synchronous_commit=on']);
const figures: Figure[] = [];

async function freshDatabase(name: string): Promise<string> {
  const url = await ensureDatabase(postgres, name);
  const source = await makeDataSource({ url, applicationName: 'parvis-bench' }).initialize();
  await migrate(source, url);
  await source.destroy();
  return url;
}

/** Rounds in turn, A B A B …, so that a machine whose speed drifts favours none; medians. */
async function inTurn(measure: readonly (() => Promise<number>)[]): Promise<number[]> {
  const all: number[][] = measure.map(() => []);
  for (let round = 0; round < rounds; round += 1) for (const [at, one] of measure.entries()) all[at]!.push(await one());
  return all.map(median);
}

function expectOnly(run: Run, allowed: readonly number[]): number {
  const strange = Object.keys(run.statuses).filter((status) => !allowed.includes(Number(status)));
  if (strange.length > 0) throw new Error(`Unexpected answers: ${JSON.stringify(run.statuses)}`);
  return run.perSecond;
}

function plainly(name: string, value: number, unit: string): Figure {
  return { name, value: Number(value.toPrecision(4)), unit, reference: null, ratio: null, goal: '', met: null };
}

/** Start to the first answer, beside an application of Nest and TypeORM that has one route. */
async function measureStart(url: string): Promise<void> {
  const startOf = (file: string, env: Readonly<Record<string, string>>) => async (): Promise<number> => {
    const program = await startProgram(file, { DATABASE_URL: url, ...env });
    await program.stop();
    return program.readyMs;
  };
  const [ours, bare] = (await inTurn([
    startOf('dist/server/apps/api/src/main.js', { PARVIS_DATA: mkdtempSync('/tmp/parvis-bench-data-') }),
    startOf('tools/bench/bare-nest.ts', {}),
  ])) as [number, number];
  figures.push(against('start to first answer, beside a bare Nest with TypeORM', ours, 'ms', bare, { most: 3 }));
}

/** Supports as they stand, and as the public counts say. */
async function countSupports({ url, municipalityId }: BenchTown): Promise<{ rows: number; counted: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const {
    rows: [row],
  } = await client.query<{ rows: number; counted: number }>(
    `
    SELECT (SELECT count(*)::int FROM supports WHERE municipality_id = $1) AS rows, (SELECT sum(supports)::int FROM tallies WHERE municipality_id = $1) AS counted`,
    [municipalityId],
  );
  await client.end();
  return row!;
}

async function measureTown(town: BenchTown): Promise<void> {
  const env = { DATABASE_URL: town.url, PARVIS_DATA: mkdtempSync('/tmp/parvis-bench-data-') };
  const server = await startProgram('dist/server/apps/api/src/main.js', env);
  const bare = await startProgram('tools/bench/bare.ts', {
    DATABASE_URL: town.url,
    BENCH_TOWN: town.municipalityId,
    BENCH_ACTIVITY: town.activityId,
  });
  const api = `/t/${town.slug}/api`;
  const act = (method: 'PUT' | 'DELETE', person: number, proposal: string): Shot => ({
    method,
    path: `${api}/contributions/${proposal}/support`,
    headers: { cookie: town.cookies[person % town.cookies.length]!, 'content-length': '0' },
  });
  const proposalAt = (n: number): string => town.proposalIds[n % town.proposalIds.length]!;
  // Half of the people give and take back; the others cast, each a proposal that they have not met, so that none of these is a repeat.
  const half = Math.floor(town.cookies.length / 2);
  let nth = 0;
  const cast = (): Shot => {
    nth += 1;
    return act('PUT', half + (nth % half), proposalAt(Math.floor(nth / half) + (nth % half) * 7));
  };
  let turn = 0;
  const giveAndTake = (idOf: (n: number) => string) => (): Shot => {
    turn += 1;
    return act(turn % 2 ? 'PUT' : 'DELETE', (turn >> 1) % half, idOf(turn >> 1));
  };
  const [casts, plain, toOne, toMany] = (await inTurn([
    async () => expectOnly(await closedLoop(server.port, 32, seconds, cast), [200]),
    async () => expectOnly(await closedLoop(bare.port, 32, seconds, () => ({ method: 'POST', path: '/insert' })), [200]),
    async () =>
      expectOnly(
        await closedLoop(
          server.port,
          32,
          seconds,
          giveAndTake(() => proposalAt(0)),
        ),
        [200],
      ),
    async () => expectOnly(await closedLoop(server.port, 32, seconds, giveAndTake(proposalAt)), [200]),
  ])) as [number, number, number, number];
  figures.push(against('supports cast through the whole stack, 32 connections', casts, '/s', plain, { least: 0.5 }));
  figures.push(against('supports given and taken back on one popular proposal, beside many', toOne, '/s', toMany, { least: 0.8 }));
  const pgbench = measurePgbench(town.url, seconds);
  if (pgbench !== null) figures.push(plainly('inserts by pgbench, 32 connections, for comparison', pgbench, '/s'));
  say('supports measured');

  const list =
    (activity: string, cursor: string | null = null) =>
    (): Shot => ({
      method: 'GET',
      path: `${api}/activities/${activity}/proposals?category=b&sort=supported${cursor ? `&cursor=${cursor}` : ''}`,
    });
  let cursor: string | null = null;
  for (let page = 1; page < (isSmall ? 5 : 300); page += 1) {
    const answer: { nextCursor: string | null } = await fetch(
      `http://127.0.0.1:${server.port}${list(town.activityId, cursor)().path}`,
    ).then((got) => got.json() as Promise<{ nextCursor: string | null }>);
    cursor = answer.nextCursor;
  }
  const [first, bareList, deep, little] = (await inTurn([
    async () => expectOnly(await closedLoop(server.port, 16, seconds, list(town.activityId)), [200]),
    async () => expectOnly(await closedLoop(bare.port, 16, seconds, () => ({ method: 'GET', path: '/list' })), [200]),
    async () => expectOnly(await closedLoop(server.port, 16, seconds, list(town.activityId, cursor)), [200]),
    async () => expectOnly(await closedLoop(server.port, 16, seconds, list(town.smallActivityId)), [200]),
  ])) as [number, number, number, number];
  figures.push(against('uncached list of 20 with a filter, 16 connections', first, '/s', bareList, { least: 0.25 }));
  figures.push(against('page 300 beside page 1 (time of one)', 16_000 / deep, 'ms', 16_000 / first, { most: 1.3 }));
  figures.push(against('100,000 proposals beside 1,000 (time of one)', 16_000 / first, 'ms', 16_000 / little, { most: 1.3 }));
  await pause(3_000); // the tallies have followed the supports above
  const visitor = { cookie: 'parvis_visitor=7' }; // the visitor's own random order is part of the version
  const etag = await fetch(`http://127.0.0.1:${server.port}${list(town.activityId)().path}`, { headers: visitor }).then((got) =>
    got.body?.cancel().then(() => got.headers.get('etag')),
  );
  const unchanged = await closedLoop(server.port, 16, seconds, () => ({
    ...list(town.activityId)(),
    headers: { ...visitor, 'if-none-match': etag! },
  }));
  figures.push(plainly('the same list where nothing changed: 304 by its ETag', expectOnly(unchanged, [304]), '/s'));
  say('lists measured');

  const search =
    (words: (n: number) => string) =>
    (n: number): Shot => ({ method: 'GET', path: `${api}/activities/${town.activityId}/proposals?q=${encodeURIComponent(words(n))}` });
  const common = await closedLoop(
    server.port,
    1,
    seconds * 2,
    search((n) => ['rue', 'marché', 'école', 'vélo'][n % 4]!),
  );
  const rare = await closedLoop(
    server.port,
    1,
    seconds * 2,
    search((n) => `x${isSmall ? 10 + (n % 20) : 1_000 + (n % 600)}`),
  );
  const similar = await closedLoop(server.port, 1, seconds * 2, (n) => ({
    method: 'GET',
    path: `${api}/activities/${town.activityId}/proposals/similar?title=${encodeURIComponent(`Une piste pour le ${['vélo', 'marché', 'pont', 'stade'][n % 4]} de la gare`)}`,
  }));
  figures.push(
    under('search for a common word, 95th percentile', common.p95, 'ms', 60),
    under('search for a rare word, 95th percentile', rare.p95, 'ms', 15),
    under('similar proposals while typing, 95th percentile', similar.p95, 'ms', 60),
  );
  say('search measured');

  await pause(3_000);
  const before = await countSupports(town);
  const steady = await openLoop(server.port, 150, openSeconds, cast);
  expectOnly(steady, [200]);
  await pause(3_000);
  const after = await countSupports(town);
  figures.push(
    under(
      'supports of these lost, or counted twice',
      Math.abs(after.rows - before.rows - steady.statuses[200]!) + Math.abs(after.counted - after.rows),
      '',
      1,
    ),
  );
  figures.push(
    under(`150 supports/s for ${openSeconds} s, 95th percentile`, steady.p95, 'ms', 15),
    under(`150 supports/s for ${openSeconds} s, 99th percentile`, steady.p99, 'ms', 50),
  );
  figures.push(under('memory of the API after it', memoryMb(server.pid), 'MB', 330));
  await Promise.all([server.stop(), bare.stop()]);
}

try {
  say('loading…');
  const town = await loadTown(await freshDatabase('parvis_bench'), size, (what) => say(`  ${what}`));
  await measureTown(town);
  await measureStart(town.url);
  say('start measured');
  figures.push(...(await measurePages(root, await freshDatabase('parvis_bench_demo'), isSmall ? 1 : 5)));
  say('pages measured');
  const imported = await measureImport(await freshDatabase('parvis_bench_import'), isSmall ? 2_000 : 100_000);
  figures.push({
    name: `import of ${imported.rows} rows, as a share of COPY's speed`,
    value: Number(imported.share.toPrecision(3)),
    unit: '',
    reference: null,
    ratio: null,
    goal: '≥ 0.1',
    met: imported.share >= 0.1,
  });
  const counted = measureCounting(process.env['SHARED_DATA'] ?? join(root, '../shared/data'), isSmall ? 1 : 5);
  say(counted.length > 0 ? 'counting measured' : 'counting left out: the real votes do not stand beside the project');
  figures.push(...counted);
  const table = tableOf(figures);
  say(`\n${table}`);
  if (!isSmall) {
    writeFileSync(join(root, 'docs/benchmarks.json'), `${JSON.stringify(figures, null, 2)}\n`);
    writeFileSync(
      join(root, 'docs/benchmarks.md'),
      `# Benchmarks\n\nWritten by \`npm run bench\`: medians of ${rounds} rounds in turn, the reference (node:http and pg, nothing else) in the same run on the same database, ${cpus().length} cores.\nLoaded: 100,000 proposals, 1,000,000 supports, 500,000 comments in one town.\n\n${table}\n`,
    );
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
