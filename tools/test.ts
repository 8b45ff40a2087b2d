import { spawn } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataSource } from '../apps/api/src/platform/database/data-source.ts';
import { migrate } from '../apps/api/src/platform/database/migrate.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { ensureDatabase, startPostgres } from './postgres.ts';

// npm test                        everything
// npm test -- --only api supports one project, files whose path matches
const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
const only = args[0] === '--only' ? args[1] : undefined;
const patterns = only ? args.slice(2) : args;
const projects = ['rules', 'api', 'browser'].filter((name) => (only ?? name) === name);
const places: Readonly<Record<string, string>> = {
  rules: 'packages/shared/src/**/*.spec.ts',
  api: 'apps/api/{src,test}/**/*.spec.ts',
  browser: 'apps/web/e2e/**/*.spec.ts',
};

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }[];
}

/** Minutes after which a project that does not end is ended, and counts as failed. */
const minutesAtMost = 20;
const skippedNames: string[] = [];

async function jest(name: string, env: Readonly<Record<string, string>>, folder: string): Promise<Counts> {
  if (globSync(places[name]!, { cwd: root }).length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const report = join(folder, `${name}.json`);
  const workers = name === 'browser' ? '1' : '2';
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      '--selectProjects',
      name,
      '--json',
      `--outputFile=${report}`,
      `--maxWorkers=${workers}`,
      '--passWithNoTests',
      ...patterns,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } },
  );
  const limit = setTimeout(() => child.kill('SIGKILL'), minutesAtMost * 60_000);
  const code = await new Promise<number | null>((done) => {
    child.on('close', done);
  });
  clearTimeout(limit);
  if (!existsSync(report))
    throw new Error(
      code === null
        ? `It did not end within ${minutesAtMost} minutes, or was ended from outside.`
        : `It left no report and ended with ${code}.`,
    );
  const result = JSON.parse(readFileSync(report, 'utf8')) as Report;
  skippedNames.push(
    ...result.testResults
      .flatMap((suite) => suite.assertionResults)
      .filter((one) => one.status === 'pending')
      .map((one) => one.fullName),
  );
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'parvis-test-run-'));
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
/** Adds what a part of the run counts; a part that breaks is one failure, told here, and the others still run. */
async function add(part: string, count: () => Promise<Counts>): Promise<void> {
  const one = await count().catch((error: unknown): Counts => {
    process.stdout.write(`✗ ${part} could not be run: ${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  total.passed += one.passed;
  total.failed += one.failed;
  total.skipped += one.skipped;
}

const dataFolder = mkdtempSync('/tmp/parvis-test-pg-');
chmodSync(dataFolder, 0o755); // PostgreSQL runs as another user when we are root
const env: Record<string, string> = {};
let postgres: Awaited<ReturnType<typeof startPostgres>> | null = null;

/** The cluster and the migrated database that each worker clones. */
async function openDatabase(): Promise<Counts> {
  postgres = await startPostgres(dataFolder, ['fsync=off', 'full_page_writes=off', 'shared_buffers=128MB', 'max_connections=300']);
  const url = await ensureDatabase(postgres, 'parvis_template');
  const source = await makeDataSource({ url, applicationName: 'parvis-test' }).initialize();
  await migrate(source, url);
  await source.destroy();
  Object.assign(env, { PARVIS_TEST_ADMIN_URL: postgres.adminUrl, PARVIS_TEST_TEMPLATE: 'parvis_template' });
  return { passed: 0, failed: 0, skipped: 0 };
}

async function buildAll(): Promise<Counts> {
  await build();
  return { passed: 0, failed: 0, skipped: 0 };
}

try {
  if (projects.some((name) => name !== 'rules')) await add('The database', openDatabase);
  if (only === undefined) await add('The checks', check);
  // Also for the specs of whole processes, two of which would build at the same time.
  if (projects.includes('browser') || (projects.includes('api') && patterns.length === 0)) await add('The build', buildAll);
  for (const name of projects) await add(`The project ${name}`, () => jest(name, env, folder));
} finally {
  await (postgres as Awaited<ReturnType<typeof startPostgres>> | null)?.stop();
  for (const one of [folder, dataFolder]) rmSync(one, { recursive: true, force: true });
}
if (skippedNames.length > 0) {
  const why = existsSync(process.env['SHARED_DATA'] ?? join(root, '../shared/data'))
    ? 'the command asked for others'
    : 'they need the real data beside the project (../shared/data, or the folder that SHARED_DATA names)';
  process.stdout.write(`Skipped, for ${why}:\n${skippedNames.map((name) => `  ○ ${name}`).join('\n')}\n`);
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
