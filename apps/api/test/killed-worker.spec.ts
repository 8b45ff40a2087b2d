import pg from 'pg';
import { build } from '../../../tools/build.ts';
import { queueMail } from '../src/core/mails/index.ts';
import { TownDirectory } from '../src/core/municipalities/index.ts';
import { startApp, type TestApp } from './support/app.ts';
import { emptyDatabaseUrl } from './support/database.ts';
import { startMailServer, type MailServer } from './support/mail-server.ts';
import { aTown } from './support/people.ts';
import { ask, startProcess, type TestProcess } from './support/processes.ts';
import { until } from './support/until.ts';

/** A mail server that lets the first delivery to each address wait: for ever, or, to addresses that begin with « libre », until `release`. */
const deliveries: string[] = [];
let release = (): void => {};
const released = new Promise<void>((done) => {
  release = done;
});
async function acknowledge(to: string): Promise<void> {
  const isFirst = !deliveries.includes(to);
  deliveries.push(to);
  if (isFirst) await (to.startsWith('libre') ? released : new Promise(() => {}));
}
let mails: MailServer;
let client: pg.Client;
let pen: TestApp; // writes what the test needs; runs no job
let settings: Readonly<Record<string, string>>;
const workers: TestProcess[] = [];

beforeAll(async () => {
  await build();
  mails = await startMailServer({ acknowledge });
  const url = await emptyDatabaseUrl();
  settings = {
    DATABASE_URL: url,
    PARVIS_MODE: 'production',
    PARVIS_ROLE: 'worker',
    PARVIS_SECRET: 'q8Wv0Jd2kLxT7mZr4nYb1cHs6fGp3uEa',
    PUBLIC_URL: 'https://participer.example',
    LOG: 'info',
    HOST: '127.0.0.1',
    SMTP_URL: `${mails.url}/?socketTimeout=180000`, // a delivery may wait as long as the test
  };
  workers.push(await aWorker());
  client = new pg.Client({ connectionString: url });
  await client.connect();
  pen = await startApp({ DATABASE_URL: url });
}, 300_000);
afterAll(async () => {
  await Promise.allSettled([pen.stop(), client.end(), ...workers.map((one) => one.kill())]);
  await mails.stop();
});

async function aWorker(): Promise<TestProcess> {
  const worker = await startProcess(settings);
  await until(async () => (await ask(worker.port, '/ready')).status === 200, 120);
  return worker;
}

const sent = async (address: string): Promise<boolean> =>
  (await client.query(`SELECT FROM mails WHERE to_address = $1 AND state = 'sent'`, [address])).rowCount === 1;

test('the jobs that a killed worker had in hand are done by another within a minute; a living worker’s jobs stay its own', async () => {
  const town = (await pen.app.get(TownDirectory).byId((await aTown(pen)).id))!;
  const write = (address: string) =>
    pen.db.transaction((tx) =>
      queueMail(tx, {
        town,
        to: { address, language: 'fr' },
        kind: 'essai',
        subject: 'Essai',
        paragraphs: ['Bonjour.'],
        reason: 'Pour voir.',
      }),
    );
  const inHand = (address: string) => until(() => Promise.resolve(deliveries.includes(address)), 30);
  const [first] = workers as [TestProcess];
  for (const address of ['un@exemple.fr', 'deux@exemple.fr']) {
    // both hands of its lane
    await write(address);
    await inHand(address);
  }
  workers.push(await aWorker(), await aWorker());
  await write('libre@exemple.fr');
  await inHand('libre@exemple.fr');
  const begun = performance.now();
  await first.kill();
  const killed = performance.now();
  await until(async () => (await sent('un@exemple.fr')) && sent('deux@exemple.fr'), 60);
  expect(performance.now() - killed).toBeLessThan(60_000);
  await until(() => Promise.resolve(performance.now() - begun > 30_000), 60); // twice as long as what tells that a worker died
  expect(deliveries.filter((to) => to === 'libre@exemple.fr')).toHaveLength(1);
  release();
  await until(() => sent('libre@exemple.fr'), 30);
  expect(deliveries.slice().sort()).toEqual(['deux@exemple.fr', 'deux@exemple.fr', 'libre@exemple.fr', 'un@exemple.fr', 'un@exemple.fr']);
}, 180_000);
