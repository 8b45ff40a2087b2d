// Over 300 lines: what one server printed is judged at the end, after everything that a town does has been done against it.
import { listProposals } from '@parvis/shared/activities/proposals/contract.ts';
import { submitProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import {
  acceptInvitation,
  askReset,
  confirmByLink,
  confirmNewEmail,
  readInvitation,
  register,
  resetPassword,
  signIn,
} from '@parvis/shared/contracts/accounts.ts';
import { addComment } from '@parvis/shared/contracts/comments.ts';
import { makePreviewLink } from '@parvis/shared/contracts/consultation-admin.ts';
import { inviteToConsultation } from '@parvis/shared/contracts/rolls.ts';
import { readConsultation } from '@parvis/shared/contracts/consultations.ts';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import { listImportFaults, startImport } from '@parvis/shared/contracts/imports.ts';
import { readBounceAddress } from '@parvis/shared/contracts/mails.ts';
import { flagContribution } from '@parvis/shared/contracts/flags.ts';
import { askNewEmail, changeMyAccount, eraseMyAccount } from '@parvis/shared/contracts/my-account.ts';
import { enterPaperProposal, enterPaperSupports, openPaperBatch } from '@parvis/shared/contracts/paper.ts';
import { inviteColleague } from '@parvis/shared/contracts/staff.ts';
import { readyMappings } from '@parvis/shared/rules/imports/ready-mappings.ts';
import { build } from '../../../tools/build.ts';
import { startApp, type TestApp } from './support/app.ts';
import { aConsultation, type TestConsultation } from './support/consultations.ts';
import { emptyDatabaseUrl } from './support/database.ts';
import { startMailServer, type MailServer } from './support/mail-server.ts';
import { aPerson, aTown, as, browserAfter, visitor, type Person, type TestTown } from './support/people.ts';
import { ask, startProcess, type TestProcess } from './support/processes.ts';
import { aProposal, type TestProposal } from './support/proposals.ts';
import { until } from './support/until.ts';

// Whatever a person types in this file holds this word; what the server prints, at its most talkative, never does.
const mark = 'zq7k';
const [name, text, password, newPassword] = [
  `Noé ${mark}`,
  `La ${mark} de la rue Haute`,
  `${mark} phrase assez longue`,
  `${mark} une autre phrase longue`,
];
const mailbox = (what: string): string => `${what}.${mark}@exemple.fr`;

/** Addresses from which the people of this file come. */
const [ip4, ip6] = ['203.0.113.77', '2001:db8:77::9'];

/** What has to be stopped again, whatever part of the beginning failed. */
const started: { stop(): Promise<unknown> }[] = [];
let settings: Readonly<Record<string, string>>;
let mails: MailServer;
let server: TestProcess;
let pen: TestApp;
let site: Pick<TestApp, 'origin'> & TestApp; // the pen's objects, the process's address
let town: TestTown;
let clerk: Person;
let consultation: TestConsultation;
let proposal: TestProposal;
beforeAll(async () => {
  await build();
  mails = await startMailServer();
  started.push(mails);
  const url = await emptyDatabaseUrl();
  settings = {
    DATABASE_URL: url,
    PARVIS_MODE: 'production',
    PARVIS_ROLE: 'all',
    PARVIS_SECRET: 'q8Wv0Jd2kLxT7mZr4nYb1cHs6fGp3uEa',
    PUBLIC_URL: 'https://participer.example',
    LOG: 'trace',
    HOST: '127.0.0.1',
    TRUSTED_PROXIES: '127.0.0.1',
    SMTP_URL: mails.url,
  };
  server = await startProcess(settings);
  started.push(server);
  await until(async () => (await ask(server.port, '/ready')).status === 200, 120);
  pen = await startApp({ DATABASE_URL: url });
  started.push(pen);
  site = { ...pen, origin: `http://127.0.0.1:${server.port}` };
  town = await aTown(pen);
  clerk = await aPerson(pen, town, { roles: ['administrator', 'facilitator', 'moderator'], name });
  consultation = await aConsultation(pen, town);
  proposal = await aProposal(pen, town, consultation, clerk, { title: text });
}, 300_000);
afterAll(async () => {
  await Promise.all(started.map((one) => one.stop()));
});

const headers = { 'x-forwarded-for': ip4, 'user-agent': `Mozilla/5.0 (${mark})` };

/** Everything secret that came by mail, in a cookie or in an answer. */
const secrets: string[] = [];
const keep = (secret: string): string => {
  expect(secret.length).toBeGreaterThan(15);
  secrets.push(secret);
  return secret;
};

async function anAccount(email: string): Promise<Pick<Person, 'town' | 'cookie'>> {
  expect((await as(site, visitor(town)).call(register, { body: { email, displayName: name, password }, headers })).status).toBe(200);
  const browser = browserAfter(
    town,
    await as(site, visitor(town)).call(confirmByLink, {
      body: { token: keep(await mails.secretFor(email, '/compte/confirmer\\?jeton=')) },
      headers,
    }),
  );
  keep(browser.cookie.split('=')[1]!);
  return browser;
}

test('accounts: registering, signing in and failing to, another password, another address, an invitation, leaving', async () => {
  const [email, moved, colleague] = [mailbox('noe'), mailbox('demenage'), mailbox('collegue')];
  const noe = await anAccount(email);
  expect((await as(site, visitor(town)).call(signIn, { body: { email, password }, headers })).status).toBe(200);
  expect((await as(site, visitor(town)).call(signIn, { body: { email, password: newPassword }, headers })).status).toBe(401);
  expect(
    (
      await as(site, visitor(town)).call(signIn, {
        body: { email: mailbox('inconnu'), password },
        headers: { ...headers, 'x-forwarded-for': ip6 },
      })
    ).status,
  ).toBe(401);
  expect(
    (await as(site, visitor(town)).call(register, { body: { email: mailbox('refus'), displayName: name, password }, headers })).status,
  ).toBe(200);
  await until(
    async () =>
      (
        await pen.db.rows(`SELECT FROM mails WHERE municipality_id = $1 AND to_address = $2 AND state IN ('refused', 'suppressed')`, [
          town.id,
          mailbox('refus'),
        ])
      ).length > 0,
    30,
  );
  expect((await as(site, noe).call(changeMyAccount, { body: { displayName: `${name} bis` }, headers })).status).toBeLessThan(300);
  await as(site, noe).call(askNewEmail, { body: { email: moved, currentPassword: password }, headers });
  const token = keep(await mails.secretFor(moved, '/compte/confirmer\\?adresse='));
  expect((await as(site, visitor(town)).call(confirmNewEmail, { body: { token }, headers })).status).toBe(200);
  await as(site, visitor(town)).call(askReset, { body: { email: moved }, headers });
  const reset = keep(await mails.secretFor(moved, '/compte/reinitialiser\\?jeton='));
  expect((await as(site, visitor(town)).call(resetPassword, { body: { token: reset, password: newPassword }, headers })).status).toBe(204);
  const back = browserAfter(town, await as(site, visitor(town)).call(signIn, { body: { email: moved, password: newPassword }, headers }));
  expect((await as(site, back).call(eraseMyAccount, { body: { currentPassword: newPassword, eraseTexts: true }, headers })).status).toBe(
    204,
  );

  expect(
    (await as(site, clerk).call(inviteColleague, { body: { email: colleague, roles: ['official'], title: `Adjointe ${mark}` }, headers }))
      .status,
  ).toBe(200);
  const invitation = keep(await mails.secretFor(colleague, '/invitation/'));
  expect((await as(site, visitor(town)).call(readInvitation, { params: { token: invitation }, headers })).status).toBe(200);
  await fetch(`${site.origin}${town.base}/fr/invitation/${invitation}`, { headers });
  expect(
    (
      await as(site, visitor(town)).call(acceptInvitation, {
        params: { token: invitation },
        body: { displayName: name, password },
        headers,
      })
    ).status,
  ).toBe(200);
}, 120_000);

test('texts: a proposal, a comment, a flag without an account, sheets of paper, a roll, a draft’s preview, an import with faulty rows, a bounce', async () => {
  const ines = await anAccount(mailbox('ines'));
  expect(
    (
      await as(site, ines).call(submitProposal, {
        params: { activityId: consultation.activity.id },
        body: { title: text, bodyHtml: `<p>${text}</p>`, address: `12 rue ${mark}` } as never,
        headers,
      })
    ).status,
  ).toBeLessThan(500);
  expect(
    (await as(site, ines).call(addComment, { params: { contributionId: proposal.id }, body: { text, stance: 'for' }, headers })).status,
  ).toBe(200);
  expect(
    (
      await as(site, visitor(town)).call(flagContribution, {
        params: { contributionId: proposal.id },
        body: { ground: 'illegal', text, name, email: mailbox('signale') },
        headers,
      })
    ).status,
  ).toBe(204);
  const at = as(site, clerk);
  const { body: batch } = await at.call(openPaperBatch, {
    body: { consultationId: consultation.id, receivedOn: '2026-01-15', label: `Urne ${mark}` },
    headers,
  });
  await at.call(enterPaperProposal, {
    params: { batchId: batch.id },
    body: { name, activityId: consultation.activity.id, title: text, text, categoryId: 'rues' },
    headers,
  });
  await at.call(enterPaperSupports, {
    params: { batchId: batch.id },
    body: {
      lines: [
        { name, number: proposal.number },
        { name, number: 99_999 },
      ],
    },
    headers,
  });
  const circle = await aConsultation(pen, town, { visibility: 'invited' });
  expect(
    (
      await at.call(inviteToConsultation, {
        params: { consultationId: circle.id },
        body: { addresses: `${mailbox('liste')}, pas-une@${mark}` },
        headers,
      })
    ).status,
  ).toBe(200);
  const draft = await aConsultation(pen, town, { state: 'draft', title: text });
  const { body: preview } = await at.call(makePreviewLink, { params: { consultationId: draft.id }, headers });
  const secret = keep(new URLSearchParams(preview.path.split('?')[1]).get('apercu')!);
  expect(
    (await as(site, visitor(town)).call(readConsultation, { params: { slug: draft.slug }, query: { preview: secret }, headers })).status,
  ).toBe(200);
  expect((await fetch(`${site.origin}${town.base}/fr${preview.path}`, { headers })).status).toBe(200);

  const { body: file } = await at.call(uploadFile, {
    query: { purpose: 'import' },
    raw: new Uint8Array(Buffer.from(`id,title,description,author\n1,${text},${text},${name}\n1,,,"${mark}\n`)),
    headers: { ...headers, 'x-file-name': encodeURIComponent(`${mark}.csv`) },
  });
  const { body: started } = await at.call(startImport, {
    body: {
      activityId: consultation.activity.id,
      fileId: file.id,
      mapping: { ...readyMappings['consul-proposals'], source: 'essai' } as never,
    },
    headers,
  });
  await until(async () => (await at.call(listImportFaults, { params: { importId: started.id } })).body.items.length > 0, 30);

  const {
    body: { url },
  } = await at.call(readBounceAddress, { headers });
  keep(url.split('/').at(-1)!);
  const bounced = await fetch(`${site.origin}${town.base}/api${new URL(url).pathname.replace(/^.*\/api/, '')}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ address: mailbox('ines'), permanent: true, diagnostic: `550 <${mailbox('ines')}> ${mark}` }),
  });
  expect(bounced.status).toBe(200);
}, 120_000);

test('what goes wrong: addresses that hold an address, bodies that are none, errors of the database in an act, on a page and in a job', async () => {
  const get = async (path: string) => (await fetch(`${site.origin}${town.base}${path}`, { headers })).status;
  expect(await get(`/fr/?courriel=${mailbox('noe')}`)).toBe(200);
  expect(await get(`/fr/${mailbox('noe')}`)).toBe(404);
  expect(await get(`/api/${mark}/${mailbox('noe')}`)).toBe(404);
  expect(await get(`/api/activities/${mark}/proposals?search=${mark}`)).toBeLessThan(500);
  expect(await get(`/fr/consultations/${consultation.slug}/propositions?recherche=${mark}`)).toBe(200);
  const raw = (body: string, type = 'application/json') =>
    as(site, visitor(town)).call(signIn, { raw: body, headers: { ...headers, 'content-type': type } });
  expect((await raw(`{"email": "${mailbox('noe')}", ${mark}`)).status).toBe(400);
  expect((await raw(`email=${mailbox('noe')}`, 'application/x-www-form-urlencoded')).status).toBe(415);

  // A database that repeats what it was given, in its messages and details, as PostgreSQL does.
  await pen.db.run(
    `CREATE FUNCTION repeat_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no: %', NEW USING DETAIL = NEW::text; END $$`,
  );
  const broken = async (when: string, act: () => Promise<unknown>): Promise<void> => {
    await pen.db.run(`CREATE TRIGGER repeat_it ${when} EXECUTE FUNCTION repeat_it()`);
    await act();
    await pen.db.run(`DROP TRIGGER repeat_it ON ${/ ON (\w+)/.exec(when)![1]!}`);
  };
  const ines = await aPerson(pen, town, { name });
  await broken('BEFORE INSERT ON revisions FOR EACH ROW', async () => {
    expect(
      (await as(site, ines).call(addComment, { params: { contributionId: proposal.id }, body: { text, stance: 'for' }, headers })).status,
    ).toBe(500);
  });
  await broken('BEFORE UPDATE ON mails FOR EACH ROW', async () => {
    const before = server.output().split('job failed').length;
    await as(site, visitor(town)).call(askReset, { body: { email: ines.email }, headers });
    await until(() => Promise.resolve(server.output().split('job failed').length > before), 30);
  });
  await pen.db.run(`ALTER TABLE tallies RENAME TO ${mark}_tallies; ALTER VIEW visible_tallies RENAME TO ${mark}_view`);
  expect(
    (
      await as(site, visitor(town)).call(listProposals, {
        params: { activityId: consultation.activity.id },
        query: { search: mark } as never,
        headers,
      })
    ).status,
  ).toBe(500);
  expect(await get(`/fr/consultations/${consultation.slug}/propositions?recherche=${mark}`)).toBe(500);
  await pen.db.run(`ALTER VIEW ${mark}_view RENAME TO visible_tallies; ALTER TABLE ${mark}_tallies RENAME TO tallies`);
}, 120_000);

test('of all this the server printed requests, codes and places in the program, and nothing that anybody typed, holds or comes from', () => {
  const printed = server.output();
  for (const expected of [
    '"route":"/',
    '"status":401',
    'request failed',
    'page failed',
    'job failed',
    '"message":"database error"',
    '"task":"send-mail"',
  ])
    expect(printed).toContain(expected);
  const lines = printed.split('\n');
  const leaks = (what: string): string[] => lines.filter((line) => line.toLowerCase().includes(what.toLowerCase()));
  expect(
    [mark, 'rue Haute', 'exemple.fr', ip4, ip6, '2001:db8:77', ...secrets].flatMap((what) => leaks(what).map((line) => [what, line])),
  ).toEqual([]);
  expect(secrets.length).toBeGreaterThan(8);
  expect(lines.filter((line) => /[\w.+-]+@[\w-]+\.\w+/.test(line.replace(/@parvis\/|node_modules\/\S+/g, '')))).toEqual([]);
});

test('an error that nobody caught ends the server in the same words', async () => {
  const fall = `const wait = setInterval(() => { if (process.listenerCount('unhandledRejection') > 0) { clearInterval(wait); const word = '${mark.slice(0, 2)}' + '${mark.slice(2)}'; Promise.reject(Object.assign(new Error('« ' + word + ' »'), { parameters: [word] })); } }, 50)`;
  const fallen = await startProcess({
    ...settings,
    PARVIS_ROLE: 'web',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fall)}`,
  });
  expect(await fallen.ended).toBe(1);
  expect(fallen.output()).toContain('nobody caught an error');
  expect(fallen.output()).not.toContain(mark);
}, 120_000);
