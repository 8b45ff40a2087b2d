import pg from 'pg';
import { listProposals } from '@parvis/shared/activities/proposals/contract.ts';
import { addSupport, watchLiveCounts } from '@parvis/shared/contracts/supports.ts';
import { register as askForAccount } from '@parvis/shared/contracts/accounts.ts';
import { Pipeline } from '../src/platform/http/index.ts';
import { JobRunner } from '../src/platform/jobs/index.ts';
import { languages, say } from '../src/platform/messages/index.ts';
import { startApp, type TestApp } from './support/app.ts';
import { freshDatabaseUrl } from './support/database.ts';
import { startMailServer, type MailServer } from './support/mail-server.ts';
import { as, visitor, type Person } from './support/people.ts';
import { until } from './support/until.ts';
import { aWorld, pathOf, type World } from './support/world.ts';

const waiting: (() => void)[] = [];
let isSlow = false;
const acknowledge = (): void | Promise<void> => {
  if (isSlow) return new Promise((done) => waiting.push(done));
};
let mails: MailServer;
let app: TestApp;
let world: World;
let name: string;
let admin: pg.Client;
beforeAll(async () => {
  mails = await startMailServer({ acknowledge });
  const url = await freshDatabaseUrl();
  name = new URL(url).pathname.slice(1);
  app = await startApp({
    DATABASE_URL: url,
    TRUSTED_PROXIES: '127.0.0.1',
    SMTP_URL: mails.url,
  });
  await app.app.get(JobRunner).start();
  world = await aWorld(app);
  admin = new pg.Client({ connectionString: process.env['PARVIS_TEST_ADMIN_URL'] });
  await admin.connect();
});
afterAll(async () => {
  await app.stop();
  await admin.end();
  await mails.stop();
});

/** As when the database's machine goes away: no connection lives, none can be made. */
async function lose(): Promise<void> {
  await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
}
const bringBack = () => admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${app.origin}${world.town.base}${path}`, { redirect: 'manual', headers });
const register = (email: string) =>
  as(app, visitor(world.town)).call(askForAccount, { body: { email, displayName: 'Noé', password: 'une phrase assez longue pour moi' } });
const support = (who: Person) => as(app, who).call(addSupport, { params: { contributionId: world.open['contributionId']! } });

test('while the database is away every route and page says so in words and when to come back; then all answers again', async () => {
  await lose();
  const broken: string[] = [];
  for (const record of app.app.get(Pipeline).records())
    for (const language of languages) {
      const answer = await fetch(`${app.origin}${world.town.base}/api${pathOf(record, world.open)}`, {
        method: record.method,
        headers: {
          cookie: world.people.administrator.cookie,
          'accept-language': language,
          ...(record.request && { 'content-type': 'application/json' }),
        },
        ...(record.request && { body: '{}' }),
      });
      const problem = (await answer.json()) as { code?: string; title?: string };
      const isSaid =
        answer.status === 503 &&
        problem.code === 'unavailable' &&
        problem.title === say(language, 'problems.unavailable.title') &&
        answer.headers.get('retry-after') === '5';
      if (!isSaid) broken.push(`${record.method} ${record.path}: ${answer.status} ${JSON.stringify(problem).slice(0, 100)}`);
    }
  expect(broken).toEqual([]);
  for (const path of ['/fr/', `/fr/consultations/${world.open['slug']}`, `/fr/p/${world.open['number']}`, '/fr/compte', '/sitemap.xml']) {
    const page = await get(path, { accept: 'text/html' });
    expect([path, page.status, page.headers.get('retry-after'), page.headers.get('content-type')]).toEqual([
      path,
      503,
      '5',
      'text/html; charset=utf-8',
    ]);
    expect(await page.text()).toContain('Service momentanément indisponible');
  }
  expect((await fetch(`${app.origin}/health`)).status).toBe(200);
  const ready = await until(async () => {
    const answer = await fetch(`${app.origin}/ready`, { headers: { 'accept-language': 'en' } });
    return answer.status === 503 && answer;
  });
  expect(await ready.text()).toContain('The database does not answer.');
  await bringBack();
  await until(async () => (await fetch(`${app.origin}/ready`)).status === 200);
  await until(async () => (await get('/sitemap.xml')).status === 200);
  await until(
    async () =>
      (await as(app, world.people.citizen).call(listProposals, { params: { activityId: world.open['activityId']! } })).status === 200,
  );
});

test('a page that was open before the database went away hears of supports given after it is back', async () => {
  const stop = new AbortController();
  const response = await get(
    `/api${watchLiveCounts.path.replace(':activityId', world.open['activityId']!)}?ids=${world.open['contributionId']}`,
  );
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const hear = async (words: string): Promise<void> => {
    while (!heard.includes(words)) heard += (await reader.read()).value ?? '';
  };
  await hear('"supports":0');
  await lose();
  expect((await support(world.people.citizen)).status).toBe(503);
  await bringBack();
  await until(async () => (await support(world.people.citizen)).status === 200);
  await hear('"supports":1'); // counted by a job that found the database gone and came back by itself
  stop.abort();
  await reader.cancel();
});

test('jobs begin again after the database is back, and the one that it interrupted is not forgotten', async () => {
  isSlow = true;
  expect((await register('noe@courriel.example')).status).toBe(200);
  await until(async () => waiting.length > 0);
  await lose();
  isSlow = false;
  for (const done of waiting.splice(0)) done(); // the mail has left, but nobody can note it
  await until(async () => (await fetch(`${app.origin}/ready`)).status === 503);
  await bringBack();
  await until(async () => (await register('zoe@courriel.example')).status === 200);
  const states = async () =>
    (
      await app.db.rows<{ state: string }>(
        `SELECT DISTINCT state FROM mails WHERE to_address IN ('noe@courriel.example', 'zoe@courriel.example')`,
      )
    ).map((row) => row.state);
  await until(async () => (await states()).join() === 'sent', 110);
  expect(mails.taken.length).toBeGreaterThanOrEqual(2);
  const stuck = async () =>
    (await app.db.rows('SELECT FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL AND run_at < now()')).length;
  await until(async () => (await stuck()) === 0, 60);
});
