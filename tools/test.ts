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
const places: Readonly<Record<string, string>> = { rules: 'packages/shared/src/**/*.spec.ts', api: 'apps/api/{src,test}/**/*.spec.ts', browser: 'apps/web/e2e/**/*.spec.ts' };

interface Counts { passed: number; failed: number; skipped: number }

async function jest(name: string, env: Readonly<Record<string, string>>, folder: string): Promise<Counts> {
  if (globSync(places[name]!, { cwd: root }).length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const report = join(folder, `${name}.json`);
  const workers = name === 'browser' ? '1' : '2';
  const child = spawn(process.execPath, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js'),
    '--selectProjects', name, '--json', `--outputFile=${report}`, `--maxWorkers=${workers}`, '--passWithNoTests', ...patterns], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
  await new Promise((done) => { child.on('close', done); });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; numRuntimeErrorTestSuites: number };
  return { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites, skipped: result.numPendingTests + result.numTodoTests };
}

const folder = mkdtempSync(join(tmpdir(), 'parvis-test-run-'));
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const add = (one: Counts): void => {
  total.passed += one.passed;
  total.failed += one.failed;
  total.skipped += one.skipped;
};
const dataFolder = mkdtempSync('/tmp/parvis-test-pg-');
chmodSync(dataFolder, 0o755); // PostgreSQL runs as another user when we are root
const needsDatabase = projects.some((name) => name !== 'rules');
const postgres = needsDatabase ? await startPostgres(dataFolder, ['fsync=off', 'full_page_writes=off', 'shared_buffers=128MB', 'max_connections=300']) : null;
try {
  const env: Record<string, string> = {};
  if (postgres) {
    const url = await ensureDatabase(postgres, 'parvis_template');
    const source = await makeDataSource({ url, applicationName: 'parvis-test' }).initialize();
    await migrate(source, url);
    await source.destroy();
    Object.assign(env, { PARVIS_TEST_ADMIN_URL: postgres.adminUrl, PARVIS_TEST_TEMPLATE: 'parvis_template' });
  }
  if (only === undefined) add(await check());
  if (projects.includes('browser')) await build();
  for (const name of projects) add(await jest(name, env, folder));
} finally {
  await postgres?.stop();
  for (const one of [folder, dataFolder]) rmSync(one, { recursive: true, force: true });
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
