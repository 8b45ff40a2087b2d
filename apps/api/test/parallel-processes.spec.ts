import { request } from 'node:http';
import pg from 'pg';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { build } from '../../../tools/build.ts';
import { migrations } from '../../../migrations/index.ts';
import { startApp, type TestApp } from './support/app.ts';
import { aConsultation, closeOpening, type TestConsultation } from './support/consultations.ts';
import { emptyDatabaseUrl } from './support/database.ts';
import { aPerson, aTown, type Person, type TestTown } from './support/people.ts';
import { ask, startProcess, type TestProcess } from './support/processes.ts';
import { aProposal, type TestProposal } from './support/proposals.ts';
import { until } from './support/until.ts';

// Two servers as an operator runs them, each a process of its own, on one database that neither of them found migrated.
let settings: Readonly<Record<string, string>>;
let processes: readonly [TestProcess, TestProcess];
let client: pg.Client;
let pen: TestApp; // writes what the tests need; serves nobody
let town: TestTown;
let ines: Person;
let consultation: TestConsultation;
let proposal: TestProposal;
beforeAll(async () => {
  await build();
  const url = await emptyDatabaseUrl();
  settings = {
    DATABASE_URL: url,
    PARVIS_MODE: 'production',
    PARVIS_SECRET: 'q8Wv0Jd2kLxT7mZr4nYb1cHs6fGp3uEa',
    PUBLIC_URL: 'https://participer.example',
    LOG: 'info',
    SMTP_URL: 'smtp://127.0.0.1:9',
    HOST: '127.0.0.1',
  };
  processes = await Promise.all([startProcess({ ...settings, PARVIS_ROLE: 'all' }), startProcess({ ...settings, PARVIS_ROLE: 'web' })]);
  for (const one of processes) await until(async () => (await ask(one.port, '/ready')).status === 200, 120);
  client = new pg.Client({ connectionString: url });
  await client.connect();
  pen = await startApp({ DATABASE_URL: url });
  town = await aTown(pen);
  ines = await aPerson(pen, town);
  consultation = await aConsultation(pen, town);
  proposal = await aProposal(pen, town, consultation, ines);
}, 300_000);
afterAll(async () => {
  await Promise.allSettled([pen.stop(), client.end(), ...processes.map((one) => one.stop())]);
});

const path = () => `${town.base}/api${addSupport.path.replace(':contributionId', proposal.id)}`;
const support = (who: Person, at: number) =>
  ask(processes[at % 2]!.port, path(), { method: addSupport.method, headers: { cookie: who.cookie } });
const rows = async () =>
  (
    await client.query<{ created_at: Date }>('SELECT created_at FROM supports WHERE municipality_id = $1 AND contribution_id = $2', [
      town.id,
      proposal.id,
    ])
  ).rows;

test('two processes that start at once on an empty database migrate it once', async () => {
  const { rows: ran } = await client.query<{ name: string; times: number }>(
    'SELECT name, count(*)::int AS times FROM migrations GROUP BY name',
  );
  expect(ran.filter((one) => one.times !== 1)).toEqual([]);
  expect(ran).toHaveLength(migrations.length);
  for (const one of processes) expect(one.output()).not.toMatch(/already exists|duplicate key|deadlock/);
});

test('fifty clicks of Inès at once, on two processes, leave one support and one event', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => support(ines, at)));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  expect(await rows()).toHaveLength(1);
  expect((await client.query(`SELECT FROM outbox WHERE municipality_id = $1 AND topic = 'support.given'`, [town.id])).rowCount).toBe(1);
  await until(
    async () =>
      (
        await client.query<{ supports: number }>('SELECT supports FROM tallies WHERE municipality_id = $1 AND contribution_id = $2', [
          town.id,
          proposal.id,
        ])
      ).rows[0]!.supports === 1,
  );
});

test('of a stream of supports on two processes across the closing time none is late, and none that was accepted is lost', async () => {
  const people = await Promise.all(Array.from({ length: 80 }, () => aPerson(pen, town)));
  await closeOpening(pen, town, consultation.activity.id, { action: 'support', inSeconds: 1 });
  const before = (await rows()).length;
  const answers: number[] = [];
  // Until the close is seen by both, and some more: the stream runs as fast as the servers answer, two at a time.
  for (let at = 0; at < people.length; at += 2)
    answers.push(
      ...(await Promise.all([support(people[at]!, 0), support(people[at + 1]!, 1)])).map((one) => one.status),
      ...(await pauseUntil(at)),
    );
  const late = await client.query(
    `SELECT FROM supports s JOIN openings o ON o.municipality_id = s.municipality_id AND o.activity_id = $2 AND o.action = 'support' WHERE s.municipality_id = $1 AND s.created_at >= o.closes_at`,
    [town.id, consultation.activity.id],
  );
  expect(late.rowCount).toBe(0);
  expect(new Set(answers)).toEqual(new Set([200, 409]));
  expect(await rows()).toHaveLength(before + answers.filter((status) => status === 200).length);
});

/** The second half of the stream waits for the database's clock to reach the close, however fast the first one was. */
async function pauseUntil(at: number): Promise<[]> {
  if (at !== 40) return [];
  await until(
    async () =>
      (
        await client.query(
          `SELECT FROM openings WHERE municipality_id = $1 AND activity_id = $2 AND action = 'support' AND closes_at <= clock_timestamp()`,
          [town.id, consultation.activity.id],
        )
      ).rowCount === 1,
  );
  return [];
}

test('a request that is under way when the process is told to stop gets its answer; a job gets done', async () => {
  const [first] = processes;
  const body = JSON.stringify({ email: 'noe.lambert@courriel.example', displayName: 'Noé', password: 'une phrase assez longue pour moi' });
  const answered = new Promise<number>((done, fail) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: first.port,
        method: 'POST',
        path: `${town.base}/api/registrations`,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      },
    );
    sent.on('error', fail);
    sent.write(body.slice(0, 20));
    const ended = first.stop();
    // The rest is sent once the process takes no new connection.
    until(async () =>
      ask(first.port, '/health', { headers: { connection: 'close' } }).then(
        () => false,
        () => true,
      ),
    )
      .then(() => {
        sent.end(body.slice(20));
        return ended;
      })
      .catch(fail);
  });
  expect(await answered).toBe(200);
  expect(await first.ended).toBe(0);
  expect((await client.query(`SELECT FROM mails WHERE to_address = 'noe.lambert@courriel.example'`)).rowCount).toBe(1);
  expect((await client.query('SELECT FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL')).rowCount).toBe(0);
  expect((await ask(processes[1].port, '/ready')).status).toBe(200);
});

test('told to stop while it still starts its jobs, a process ends', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const one = await startProcess({ ...settings, PARVIS_ROLE: 'all' });
    await until(async () => (await ask(one.port, '/health')).status === 200, 120);
    expect(await one.stop()).toBe(0);
  }
});
