import { askReset, confirmNewEmail, register, resetPassword, signIn } from '@parvis/shared/contracts/accounts.ts';
import {
  askNewEmail,
  changeMyAccount,
  changePassword,
  endOtherSessions,
  eraseMyAccount,
  exportMyData,
  readMyAccount,
} from '@parvis/shared/contracts/my-account.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aPerson, aTown, as, browserAfter, mailsTo, visitor, type TestTown } from '../../../test/support/people.ts';
import { aRegisteredCitizen, another, from, lastMail, mailbox, password, tokenOf } from '../../../test/support/registering.ts';
import { JobRunner } from '../../platform/jobs/index.ts';
import { AccountsRetention } from './retention.job.ts';

let app: TestApp;
let town: TestTown;

beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1' });
  await app.app.get(JobRunner).start();
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.stop());

describe('My account', () => {
  test('Noé changes name, language and password; other devices are signed out', async () => {
    const { email, browser } = await aRegisteredCitizen(app, town);
    const second = browserAfter(town, await as(app, visitor(town)).call(signIn, { body: { email, password }, headers: from() }));
    const changed = await as(app, browser).call(changeMyAccount, { body: { displayName: 'Noé L.', language: 'en' } });
    expect(changed.body).toMatchObject({ displayName: 'Noé L.', language: 'en' });
    expect(
      (await as(app, browser).call(changePassword, { body: { currentPassword: another, password: another } })).problem.errors,
    ).toMatchObject([{ pointer: '#/currentPassword', code: 'does-not-match' }]);
    expect((await as(app, browser).call(changePassword, { body: { currentPassword: password, password: another } })).status).toBe(204);
    expect((await as(app, second).call(readMyAccount)).status).toBe(401);
    expect((await as(app, browser).call(readMyAccount)).status).toBe(200);
    expect((await lastMail(app, town, email, 'password-changed')).subject).toBe('Your password has changed');
    const third = browserAfter(town, await as(app, visitor(town)).call(signIn, { body: { email, password: another }, headers: from() }));
    await as(app, browser).call(endOtherSessions);
    expect((await as(app, third).call(readMyAccount)).status).toBe(401);
  });

  test('a new address confirms, the old one is told, and an address of somebody else is never taken', async () => {
    const { email, browser } = await aRegisteredCitizen(app, town);
    const neighbour = await aPerson(app, town);
    const next = mailbox();
    expect((await as(app, browser).call(askNewEmail, { body: { email: next, currentPassword: password } })).status).toBe(204);
    expect((await lastMail(app, town, email, 'address-changing')).body_text).toContain(next);
    expect((await as(app, browser).call(readMyAccount)).body).toMatchObject({ email, pendingEmail: next });
    const token = tokenOf(await lastMail(app, town, next, 'confirm-new-address'), 'adresse');
    await as(app, visitor(town)).call(askReset, { body: { email }, headers: from() });
    const former = tokenOf(await lastMail(app, town, email, 'reset-password'), 'jeton');
    expect((await as(app, visitor(town)).call(confirmNewEmail, { body: { token }, headers: from() })).body).toEqual({ email: next });
    expect((await as(app, browser).call(readMyAccount)).body).toMatchObject({ email: next, pendingEmail: null });
    expect(
      (await as(app, visitor(town)).call(resetPassword, { body: { token: former, password: another }, headers: from() })).problem.code,
    ).toBe('link-not-valid'); // whoever reads the former mailbox has no way in
    const taken = await as(app, browser).call(askNewEmail, { body: { email: neighbour.email, currentPassword: password } });
    expect(taken.status).toBe(204);
    expect((await mailsTo(app, town, neighbour.email)).map((one) => one.kind)).toEqual(['account-exists']);
  });

  test('Noé downloads everything, leaves, and what he supported stays without his name', async () => {
    const { email, browser } = await aRegisteredCitizen(app, town);
    const file = await as(app, browser).call(exportMyData);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const document = JSON.parse(file.text) as Record<string, unknown>;
    expect(document).toMatchObject({
      account: { email, displayName: 'Noé Lambert' },
      participant: { source: 'account' },
      sessions: [{ device: 'Firefox · Windows' }],
    });
    expect(file.text).not.toMatch(/argon2|hash/);
    expect((await as(app, browser).call(eraseMyAccount, { body: { currentPassword: another, eraseTexts: false } })).status).toBe(422);
    const participantId = (document['participant'] as { id: string }).id;
    expect((await as(app, browser).call(eraseMyAccount, { body: { currentPassword: password, eraseTexts: true } })).status).toBe(204);
    expect((await as(app, browser).call(readMyAccount)).status).toBe(401);
    expect(
      await app.db.one(
        'SELECT display_name, account_id, erased_at IS NOT NULL AS erased FROM participants WHERE municipality_id = $1 AND id = $2',
        [town.id, participantId],
      ),
    ).toEqual({ display_name: '', account_id: null, erased: true });
    expect(await app.db.one('SELECT subject FROM erasures WHERE municipality_id = $1 AND id = $2', [town.id, participantId])).toEqual({
      subject: 'participant',
    });
    expect(await app.db.rows('SELECT id FROM accounts WHERE municipality_id = $1 AND lower(email) = lower($2)', [town.id, email])).toEqual(
      [],
    );
    expect((await as(app, visitor(town)).call(signIn, { body: { email, password }, headers: from() })).status).toBe(401);
  });

  test('each night expired sessions, old links and requests nobody confirmed go', async () => {
    const { email, browser } = await aRegisteredCitizen(app, town);
    const forgotten = mailbox();
    await as(app, visitor(town)).call(register, { body: { email: forgotten, displayName: 'Oubli', password }, headers: from() });
    await app.db.run(`UPDATE registrations SET created_at = now() - interval '8 days' WHERE municipality_id = $1`, [town.id]);
    await app.db.run(`UPDATE sessions SET expires_at = now() - interval '1 minute' WHERE municipality_id = $1`, [town.id]);
    expect((await as(app, browser).call(readMyAccount)).status).toBe(401);
    await app.app.get(AccountsRetention).run();
    for (const table of ['registrations', 'sessions'])
      expect(await app.db.rows(`SELECT 1 FROM ${table} WHERE municipality_id = $1`, [town.id])).toEqual([]);
    expect(
      await app.db.rows('SELECT 1 FROM accounts WHERE municipality_id = $1 AND lower(email) = lower($2)', [town.id, email]),
    ).toHaveLength(1);
  });
});
