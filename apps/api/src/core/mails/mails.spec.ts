import type { ParsedMail } from 'mailparser';
import { setTimeout as pause } from 'node:timers/promises';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { startMailServer, type MailServer, type Refusal } from '../../../test/support/mail-server.ts';
import { aPerson, aTown, type Person, type TestTown } from '../../../test/support/people.ts';
import { until } from '../../../test/support/until.ts';
import { JobRunner } from '../../platform/jobs/index.ts';
import { TownDirectory } from '../municipalities/index.ts';
import { queueMail, type NewMail } from './index.ts';

/** How the mail server answers to addresses, until the next test. */
const answer: { refusal: Refusal | null; delayMs: number } = { refusal: null, delayMs: 0 };
let smtp: MailServer;
let app: TestApp;
let town: TestTown;
let ines: Person;

beforeAll(async () => {
  smtp = await startMailServer({
    recipient: async () => {
      if (answer.delayMs > 0) await pause(answer.delayMs, undefined, { ref: false });
      return answer.refusal;
    },
  });
  app = await startApp({ SMTP_URL: smtp.url });
  await app.app.get(JobRunner).start();
});
beforeEach(async () => {
  answer.refusal = null;
  answer.delayMs = 0;
  town = await aTown(app);
  ines = await aPerson(app, town);
});
afterAll(async () => {
  await app.stop();
  await smtp.stop();
});

async function write(to: Person, overrides: Partial<NewMail> = {}): Promise<string> {
  const found = (await app.app.get(TownDirectory).bySlug(town.slug))!;
  return app.db.transaction((tx) =>
    queueMail(tx, {
      town: found,
      to: { address: to.email, language: 'fr', participantId: to.participantId },
      kind: 'response-published',
      optOutKind: 'response-published',
      subject: 'La commune répond à « Des arceaux à vélo »',
      paragraphs: ['La commune a répondu.', 'Elle <b>retient</b> l’idée.'],
      button: { label: 'Lire la réponse', url: `${found.origin}${found.base}/fr/p/1-arceaux` },
      reason: 'Vous suivez cette proposition.',
      ...overrides,
    }),
  );
}

interface Row {
  state: string;
  attempts: number;
  last_reply: string;
  body_text: string;
}

/** The mail's row once `isDone`; 20 seconds at most. */
const settled = (id: string, isDone: (row: Row) => boolean): Promise<Row> =>
  until(async () => {
    const row = await app.db.one<Row>('SELECT state, attempts, last_reply, body_text FROM mails WHERE municipality_id = $1 AND id = $2', [
      town.id,
      id,
    ]);
    return row && isDone(row) && row;
  }, 20);

const gone = (row: Row): boolean => row.state !== 'waiting';
const to = (mail: ParsedMail): string => (Array.isArray(mail.to) ? mail.to[0]! : mail.to!).value[0]!.address!;

test('a mail of the town arrives with its name, both bodies and one-click unsubscribing', async () => {
  await app.db.run(
    `UPDATE municipalities SET mail_from = 'participer@saint-aubin.fr', mail_reply_to = 'mairie@saint-aubin.fr' WHERE id = $1`,
    [town.id],
  );
  const id = await write(ines);
  expect(await settled(id, gone)).toMatchObject({ state: 'sent', attempts: 1, body_text: '' });
  const mail = smtp.taken.find((one) => to(one) === ines.email)!;
  expect(mail.from!.value).toEqual([{ name: 'Saint-Aubin-sur-Lisse', address: 'participer@saint-aubin.fr' }]);
  expect(mail.replyTo!.value[0]!.address).toBe('mairie@saint-aubin.fr');
  expect(mail.subject).toBe('La commune répond à « Des arceaux à vélo »');
  expect(mail.text).toContain('La commune a répondu.\n\nElle <b>retient</b> l’idée.');
  expect(mail.html).toContain('Elle &lt;b&gt;retient&lt;/b&gt;');
  expect(mail.headerLines.find((line) => line.key === 'list-unsubscribe-post')!.line).toBe(
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  );
  expect(mail.headerLines.find((line) => line.key === 'list-unsubscribe')!.line).toContain(`/t/${town.slug}/api/mails/unsubscribe/`);
});

test('an address that the mail server refuses for good gets nothing more', async () => {
  answer.refusal = { code: 550, words: '5.1.1 No such mailbox' };
  const first = await write(ines);
  expect(await settled(first, gone)).toMatchObject({ state: 'refused', attempts: 1 });
  answer.refusal = null;
  const second = await write(ines);
  expect(await settled(second, gone)).toMatchObject({ state: 'suppressed', attempts: 0 });
});

test('a mail server that refuses for the moment loses nothing: the mail leaves later', async () => {
  answer.refusal = { code: 451, words: '4.7.1 Try again later' };
  const id = await write(ines);
  expect(await settled(id, (row) => row.attempts > 0)).toMatchObject({ state: 'waiting' });
  answer.refusal = null;
  expect(await settled(id, gone)).toMatchObject({ state: 'sent' });
  expect(smtp.taken.filter((one) => to(one) === ines.email)).toHaveLength(1);
});

test('an address is not blamed for a relay that is not allowed', async () => {
  answer.refusal = { code: 554, words: '5.7.1 Relay access denied' };
  expect(await settled(await write(ines), gone)).toMatchObject({ state: 'refused' });
  answer.refusal = null;
  expect(await settled(await write(ines), gone)).toMatchObject({ state: 'sent' });
});

test('a slow mail server holds up neither requests nor other jobs', async () => {
  answer.delayMs = 2_000;
  const started = performance.now();
  const ids = await Promise.all(Array.from({ length: 4 }, () => write(ines)));
  await app.db.transaction((tx) => tx.run(`SELECT graphile_worker.add_job('test-nothing-to-do')`));
  expect(performance.now() - started).toBeLessThan(1_500);
  answer.delayMs = 0;
  for (const id of ids) expect(await settled(id, gone)).toMatchObject({ state: 'sent' });
});

test('a mail whose act is rolled back is never sent', async () => {
  const found = (await app.app.get(TownDirectory).bySlug(town.slug))!;
  await expect(
    app.db.transaction(async (tx) => {
      await queueMail(tx, {
        town: found,
        to: { address: ines.email, language: 'fr' },
        kind: 'test',
        subject: 'x',
        paragraphs: ['x'],
        reason: 'x',
      });
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  expect(await app.db.rows('SELECT FROM mails WHERE municipality_id = $1', [town.id])).toEqual([]);
});
