import { listMailStops, readMailDesk, releaseMailStop, sendTestMail } from '@parvis/shared/contracts/mail-desk.ts';
import { readBounceAddress, readUnsubscription, reportBounce, unsubscribe } from '@parvis/shared/contracts/mails.ts';
import { listMailbox, readMailboxHtml, readMailboxMail } from '@parvis/shared/contracts/mailbox.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { TownDirectory } from '../municipalities/index.ts';
import { queueMail } from './index.ts';

// Demo mode without a mail server: what is written stays in the mailbox on screen.
let app: TestApp;
let town: TestTown;
let ines: Person;

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  town = await aTown(app, { name: 'Saint-Aubin-sur-Lisse' });
  ines = await aPerson(app, town);
});
afterAll(() => app.stop());

async function write(to: Person, kind = 'status-changed'): Promise<string> {
  const found = (await app.app.get(TownDirectory).bySlug(to.town.slug))!;
  return app.db.transaction((tx) =>
    queueMail(tx, {
      town: found,
      to: { address: to.email, language: 'fr', participantId: to.participantId },
      kind,
      optOutKind: kind,
      subject: 'Des arceaux à vélo',
      paragraphs: ['Bonjour.'],
      reason: 'Vous suivez cette proposition.',
    }),
  );
}
const stateOf = async (id: string): Promise<string> =>
  (await app.db.one<{ state: string }>('SELECT state FROM mails WHERE municipality_id = $1 AND id = $2', [town.id, id]))!.state;

async function tokenIn(mailId: string): Promise<string> {
  const { body } = await as(app, visitor(town)).call(readMailboxMail, { params: { mailId } });
  return /desinscription\/(\S+)/.exec(body.text)![1]!;
}

test('opening an unsubscribe link changes nothing; its button stops this kind of mail and no other', async () => {
  const token = await tokenIn(await write(ines));
  expect((await as(app, visitor(town)).call(readUnsubscription, { params: { token } })).body).toEqual({
    kind: 'status-changed',
    isOn: true,
  });
  expect(await stateOf(await write(ines))).toBe('waiting');
  expect((await as(app, visitor(town)).call(unsubscribe, { params: { token } })).body).toEqual({ kind: 'status-changed', isOn: false });
  expect(await stateOf(await write(ines))).toBe('suppressed');
  expect(await stateOf(await write(ines, 'response-published'))).toBe('waiting');
});

test('a mail program unsubscribes with one click, as RFC 8058 posts it', async () => {
  const token = await tokenIn(await write(ines));
  const answer = await as(app, visitor(town)).call(unsubscribe, {
    params: { token },
    raw: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.status).toBe(200);
  expect(await stateOf(await write(ines))).toBe('suppressed');
});

test('a link serves nobody else, no other kind and no other town', async () => {
  const token = await tokenIn(await write(ines));
  const [participant, kind, signature] = token.split('.') as [string, string, string];
  const luc = await aPerson(app, town);
  const elsewhere = await aTown(app);
  const statuses = [];
  for (const forged of [
    `${luc.participantId}.${kind}.${signature}`,
    `${participant}.response-published.${signature}`,
    `${participant}.${kind}.${'A'.repeat(43)}`,
    'x'.repeat(30),
  ]) {
    statuses.push((await as(app, visitor(town)).call(unsubscribe, { params: { token: forged } })).problem.code);
  }
  statuses.push((await as(app, visitor(elsewhere)).call(unsubscribe, { params: { token } })).problem.code);
  expect(statuses).toEqual(Array(5).fill('unsubscribe-link-invalid'));
});

const report = (address: string, { action = 'failed', status = '5.1.1' } = {}): string => `Return-Path: <>
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"
Subject: Undelivered Mail Returned to Sender

--b1
Content-Type: text/plain

Final-Recipient: rfc822; somebody@else.fr is only quoted here.
--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.saint-aubin.fr

Final-Recipient: rfc822; ${address}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 5.1.1 No such user

--b1--
`;

test('a bounce report posted to the signed address stops mail to the address that is gone', async () => {
  const admin = await aPerson(app, town, { roles: ['administrator'] });
  expect((await as(app, ines).call(readBounceAddress)).problem.code).toBe('role-required');
  const { url } = (await as(app, admin).call(readBounceAddress)).body;
  const token = url.split('/').at(-1)!;
  expect(url).toContain(`/t/${town.slug}/api/mails/bounces/`);
  const post = (raw: string, type: string) =>
    as(app, visitor(town)).call(reportBounce, { params: { token }, raw, headers: { 'content-type': type } });
  expect((await post(report(ines.email, { action: 'delayed', status: '4.2.2' }), 'message/rfc822')).body).toEqual({ suppressed: 0 });
  expect((await post(report(ines.email, { status: '5.7.1' }), 'message/rfc822')).body).toEqual({ suppressed: 0 });
  expect(await stateOf(await write(ines))).toBe('waiting');
  expect((await post(report(ines.email).replaceAll('\n', '\r\n'), 'message/rfc822')).body).toEqual({ suppressed: 1 });
  expect(await stateOf(await write(ines))).toBe('suppressed');

  const luc = await aPerson(app, town);
  expect((await post(JSON.stringify({ address: luc.email.toUpperCase() }), 'application/json')).body).toEqual({ suppressed: 1 });
  expect(await stateOf(await write(luc))).toBe('suppressed');
  expect((await post('Bonjour', 'message/rfc822')).problem.code).toBe('bounce-not-readable');
  expect((await post('{"address": 3}', 'application/json')).problem.code).toBe('bounce-not-readable');
});

test('an administrator sees which addresses stopped and why, and lets mail go again once the person has confirmed', async () => {
  const admin = await aPerson(app, town, { roles: ['administrator'] });
  const token = (await as(app, admin).call(readMailDesk)).body.bounceUrl.split('/').at(-1)!;
  const mailer = (raw: string, type: string) =>
    as(app, visitor(town)).call(reportBounce, { params: { token }, raw, headers: { 'content-type': type } });
  await mailer(report(ines.email), 'message/rfc822');
  await mailer(
    JSON.stringify({ address: 'luc@ailleurs.fr', diagnostic: '550 5.1.1 <luc@ailleurs.fr>: Recipient address rejected' }),
    'application/json',
  );
  await write(ines);
  const stops = (await as(app, admin).call(listMailStops)).body;
  expect(stops).toMatchObject({
    nextCursor: null,
    items: [
      { address: 'luc@ailleurs.fr', reason: 'bounced', diagnostic: '550 5.1.1 …: Recipient address rejected' },
      { address: ines.email.toLowerCase(), reason: 'bounced', diagnostic: '550 5.1.1 No such user' },
    ],
  });
  expect((await as(app, admin).call(releaseMailStop, { body: { address: ines.email } as never })).problem.errors).toMatchObject([
    { pointer: '#/isConfirmed' },
  ]);
  expect((await as(app, admin).call(releaseMailStop, { body: { address: ines.email, isConfirmed: true } })).status).toBe(200);
  expect((await as(app, admin).call(releaseMailStop, { body: { address: ines.email, isConfirmed: true } })).problem.code).toBe(
    'mail-stop-not-found',
  );
  expect(await stateOf(await write(ines))).toBe('waiting');
  const desk = (await as(app, admin).call(sendTestMail)).body;
  expect(desk).toMatchObject({ ownAddress: admin.email, canSend: false, test: { address: admin.email, state: 'waiting' } });
  expect(desk.days).toHaveLength(7);
  expect(desk.days[0]).toMatchObject({ waiting: 2, sent: 0, refused: 0, suppressed: 1 });
  for (const [who, code] of [
    [visitor(town), 'sign-in-required'],
    [ines, 'role-required'],
    [await aPerson(app, town, { roles: ['moderator'] }), 'role-required'],
  ] as const) {
    expect((await as(app, who).call(listMailStops)).problem.code).toBe(code);
  }
  const elsewhere = await aPerson(app, await aTown(app), { roles: ['administrator'] });
  expect((await as(app, elsewhere).call(listMailStops)).body.items).toEqual([]);
});

test('a bounce report with another town’s signature stops nothing', async () => {
  const elsewhere = await aTown(app);
  const mayor = await aPerson(app, elsewhere, { roles: ['administrator'] });
  const token = (await as(app, mayor).call(readBounceAddress)).body.url.split('/').at(-1)!;
  const answer = await as(app, visitor(town)).call(reportBounce, {
    params: { token },
    raw: report(ines.email),
    headers: { 'content-type': 'message/rfc822' },
  });
  expect(answer.problem.code).toBe('bounce-address-invalid');
});

test('the demonstration shows its mails, each with an HTML page in which nothing runs', async () => {
  const mailId = await write(ines);
  await write(await aPerson(app, town));
  const all = await as(app, visitor(town)).call(listMailbox);
  expect(all.body.items).toHaveLength(2);
  expect((await as(app, visitor(town)).call(listMailbox, { query: { to: ines.email } })).body.items.map((one) => one.id)).toEqual([mailId]);
  const html = await as(app, visitor(town)).call(readMailboxHtml, { params: { mailId } });
  expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(html.text).toContain('Bonjour.');
  expect((await as(app, visitor(await aTown(app))).call(readMailboxMail, { params: { mailId } })).problem.code).toBe('mail-not-found');
});

test('production has no mailbox on screen', async () => {
  const production = await startApp({
    PARVIS_MODE: 'production',
    PARVIS_SECRET: 'q8Wv0Jd2kLxT7mZr4nYb1cHs6fGp3uEa',
    PUBLIC_URL: 'https://participer.fr',
    SMTP_URL: 'smtp://127.0.0.1:1',
  });
  try {
    expect((await as(production, visitor(town)).call(listMailbox)).problem.code).toBe('route-not-found');
  } finally {
    await production.stop();
  }
});
