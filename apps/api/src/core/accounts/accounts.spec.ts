import { askReset, confirmByCode, confirmByLink, register, resetPassword, signIn, signOut } from '@parvis/shared/contracts/accounts.ts';
import { endSession, listSessions, readMyAccount } from '@parvis/shared/contracts/my-account.ts';
import { listStaff } from '@parvis/shared/contracts/staff.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aPerson, aTown, as, browserAfter, visitor, type TestTown } from '../../../test/support/people.ts';
import { aRegisteredCitizen, another, from, lastMail, mailbox, password, tokenOf } from '../../../test/support/registering.ts';
import { JobRunner } from '../../platform/jobs/index.ts';

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

describe('Registering', () => {
  test('Noé registers, presses the button behind the mailed link, and is signed in', async () => {
    const email = mailbox();
    const asked = await as(app, visitor(town)).call(register, {
      body: { email, displayName: 'Noé Lambert', password, back: '/consultations/centre' },
      headers: from(),
    });
    expect(asked.status).toBe(200);
    const mail = await lastMail(app, town, email, 'confirm-address');
    expect(mail.link).toContain('/fr/compte/confirmer?');
    expect(new URL(mail.link).searchParams.get('retour')).toBe('/consultations/centre');
    expect((await as(app, visitor(town)).call(signIn, { body: { email, password }, headers: from() })).problem.code).toBe(
      'wrong-credentials',
    );
    const confirmed = await as(app, visitor(town)).call(confirmByLink, { body: { token: tokenOf(mail) }, headers: from() });
    expect(confirmed.body).toEqual({ next: 'done' });
    expect(confirmed.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    const account = await as(app, browserAfter(town, confirmed)).call(readMyAccount);
    expect(account.body).toMatchObject({ email, displayName: 'Noé Lambert', level: 1, roles: [] });
    expect((await as(app, visitor(town)).call(confirmByLink, { body: { token: tokenOf(mail) }, headers: from() })).problem.code).toBe(
      'link-not-valid',
    );
  });

  test('Noé types the code instead; five wrong codes end it', async () => {
    const email = mailbox();
    const { registrationId } = (
      await as(app, visitor(town)).call(register, { body: { email, displayName: 'Noé', password }, headers: from() })
    ).body;
    const code = /(\d{3} \d{3})/.exec((await lastMail(app, town, email, 'confirm-address')).body_text)![1]!;
    const wrong = code === '123 456' ? '654321' : '123456';
    const answer = await as(app, visitor(town)).call(confirmByCode, { params: { registrationId }, body: { code: wrong }, headers: from() });
    expect(answer.problem.errors).toMatchObject([{ pointer: '#/code', code: 'does-not-match' }]);
    const confirmed = await as(app, visitor(town)).call(confirmByCode, { params: { registrationId }, body: { code }, headers: from() });
    expect(confirmed.status).toBe(200);
    expect((await as(app, browserAfter(town, confirmed)).call(readMyAccount)).body.email).toBe(email);

    const second = mailbox();
    const other = (await as(app, visitor(town)).call(register, { body: { email: second, displayName: 'Léa', password }, headers: from() }))
      .body;
    const good = /(\d{3} \d{3})/.exec((await lastMail(app, town, second, 'confirm-address')).body_text)![1]!;
    const bad = good === '111 111' ? '222222' : '111111';
    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => as(app, visitor(town)).call(confirmByCode, { params: other, body: { code: bad }, headers: from() })),
    );
    expect(guesses.filter((one) => one.status === 422)).toHaveLength(5);
    expect((await as(app, visitor(town)).call(confirmByCode, { params: other, body: { code: good }, headers: from() })).problem.code).toBe(
      'link-not-valid',
    );
  });

  test('a known address gets the same answer as an unknown one, and only its owner learns more', async () => {
    const { email } = await aRegisteredCitizen(app, town);
    const known = await as(app, visitor(town)).call(register, {
      body: { email: email.toUpperCase(), displayName: 'Curieux', password: another },
      headers: from(),
    });
    const unknown = await as(app, visitor(town)).call(register, {
      body: { email: mailbox(), displayName: 'Curieux', password: another },
      headers: from(),
    });
    expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body));
    expect([known.status, known.headers.get('content-length')]).toEqual([unknown.status, unknown.headers.get('content-length')]);
    expect((await lastMail(app, town, email, 'account-exists')).link).toContain('/compte/connexion');
    const refused = await Promise.all(
      [email, mailbox()].map((address) =>
        as(app, visitor(town)).call(signIn, { body: { email: address, password: another }, headers: from() }),
      ),
    );
    expect(refused.map((one) => [one.status, one.problem.code, one.problem.detail])).toEqual(
      Array(2).fill([401, 'wrong-credentials', refused[0]!.problem.detail]),
    );
    const resets = await Promise.all(
      [email, mailbox()].map((address) => as(app, visitor(town)).call(askReset, { body: { email: address }, headers: from() })),
    );
    expect(resets.map((one) => [one.status, one.text])).toEqual(Array(2).fill([204, '']));
  });

  test('signing in to an account that does not exist takes as long as a wrong password', async () => {
    const fastest = { known: Infinity, unknown: Infinity }; // milliseconds; other work only slows a round down
    for (let round = 0; round < 4; round += 1) {
      const { email } = await aPerson(app, town, { password });
      for (const [which, address] of [
        ['known', email],
        ['unknown', mailbox()],
      ] as const) {
        const start = performance.now();
        await as(app, visitor(town)).call(signIn, { body: { email: address, password: another }, headers: from() });
        if (round > 0) fastest[which] = Math.min(fastest[which], performance.now() - start);
      }
    }
    expect(fastest.unknown / fastest.known).toBeGreaterThan(0.4); // without the dummy hash: about 0.1
  });

  test('who asks with another’s address leaves no password in the account that its owner makes', async () => {
    const email = mailbox();
    await as(app, visitor(town)).call(register, { body: { email, displayName: 'Intrus', password: another }, headers: from() });
    const intruders = await lastMail(app, town, email, 'confirm-address');
    await as(app, visitor(town)).call(register, { body: { email, displayName: 'Vraie Noé', password }, headers: from() });
    await as(app, visitor(town)).call(confirmByLink, {
      body: { token: tokenOf(await lastMail(app, town, email, 'confirm-address')) },
      headers: from(),
    });
    expect((await as(app, visitor(town)).call(signIn, { body: { email, password: another }, headers: from() })).status).toBe(401);
    expect((await as(app, visitor(town)).call(signIn, { body: { email, password }, headers: from() })).status).toBe(200);
    expect((await as(app, visitor(town)).call(confirmByLink, { body: { token: tokenOf(intruders) }, headers: from() })).problem.code).toBe(
      'link-not-valid',
    );
  });

  test.each([
    ['short', 'court12', 'too-short'],
    ['a common word with a year', 'Motdepasse2026!', 'too-weak'],
    ['a run of keys', 'azertyuiop12', 'too-weak'],
    ['an unreadable sign', 'quatre chevaux\u0000 verts', 'control-character'],
    ['a lone surrogate', 'quatre chevaux \ud800 verts', 'not-well-formed'],
  ])('a password that is %s is refused beside its field', async (_, weak, code) => {
    const answer = await as(app, visitor(town)).call(register, {
      body: { email: mailbox(), displayName: 'Noé', password: weak },
      headers: from(),
    });
    expect([answer.status, answer.problem.errors]).toMatchObject([422, [{ pointer: '#/password', code }]]);
  });

  test('no mailbox is filled: the seventh request for one address within an hour is refused', async () => {
    const email = mailbox();
    const answers = [];
    for (let at = 0; at < 7; at += 1)
      answers.push(await as(app, visitor(town)).call(register, { body: { email, displayName: 'Noé', password }, headers: from() }));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect(Number(answers.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(60);
  });
});

describe('Signing in', () => {
  test('Noé signs in and out on two devices, sees both, and ends one', async () => {
    const { email, browser } = await aRegisteredCitizen(app, town);
    const second = browserAfter(town, await as(app, visitor(town)).call(signIn, { body: { email, password }, headers: from() }));
    const sessions = (await as(app, browser).call(listSessions)).body.items;
    expect(sessions.map((one) => [one.device, one.isThisOne])).toEqual(
      expect.arrayContaining([
        ['Firefox · Windows', true],
        ['Firefox · Windows', false],
      ]),
    );
    const other = sessions.find((one) => !one.isThisOne)!;
    expect((await as(app, browser).call(endSession, { params: { sessionId: other.id } })).status).toBe(204);
    expect((await as(app, second).call(readMyAccount)).status).toBe(401);
    expect((await as(app, browser).call(endSession, { params: { sessionId: other.id } })).problem.code).toBe('session-not-found');
    const out = await as(app, browser).call(signOut);
    expect(out.headers.get('set-cookie')).toMatch(/parvis_session=;.*Max-Age=0/);
    expect((await as(app, browser).call(readMyAccount)).status).toBe(401);
  });

  test('after five wrong passwords the address waits, even for the right one; a new password by mail ends the wait', async () => {
    const { email } = await aRegisteredCitizen(app, town);
    for (let at = 0; at < 5; at += 1) await as(app, visitor(town)).call(signIn, { body: { email, password: another }, headers: from() });
    const blocked = await as(app, visitor(town)).call(signIn, { body: { email, password }, headers: from() });
    expect([blocked.status, blocked.problem.code]).toEqual([429, 'too-many-requests']);
    expect(Number(blocked.headers.get('retry-after'))).toBeLessThanOrEqual(30);
    await as(app, visitor(town)).call(askReset, { body: { email }, headers: from() });
    const token = tokenOf(await lastMail(app, town, email, 'reset-password'));
    expect((await as(app, visitor(town)).call(resetPassword, { body: { token, password: another }, headers: from() })).status).toBe(204);
    expect((await as(app, visitor(town)).call(signIn, { body: { email, password: another }, headers: from() })).status).toBe(200);
  });

  test('thirty passwords tried at once are no more than five tries', async () => {
    const { email } = await aRegisteredCitizen(app, town);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        as(app, visitor(town)).call(signIn, { body: { email, password: `mot de passe essayé ${at}` }, headers: from() }),
      ),
    );
    expect([401, 429].map((status) => answers.filter((one) => one.status === status).length)).toEqual([5, 25]);
  });

  test('the cookie of one town is worthless in another', async () => {
    const { browser } = await aRegisteredCitizen(app, town);
    const elsewhere = await aTown(app);
    expect((await as(app, { town: elsewhere, cookie: browser.cookie }).call(readMyAccount)).status).toBe(401);
    const administrator = await aPerson(app, town, { roles: ['administrator'] });
    expect((await as(app, { town: elsewhere, cookie: administrator.cookie }).call(listStaff)).status).toBe(401);
  });

  test('a forgotten password is replaced by a link that works once and ends every session', async () => {
    const { email, browser } = await aRegisteredCitizen(app, town);
    await as(app, visitor(town)).call(askReset, { body: { email }, headers: from() });
    const token = tokenOf(await lastMail(app, town, email, 'reset-password'));
    const both = await Promise.all(
      [another, 'un tout autre mot de passe'].map((chosen) =>
        as(app, visitor(town)).call(resetPassword, { body: { token, password: chosen }, headers: from() }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual([204, 404]);
    expect((await as(app, browser).call(readMyAccount)).status).toBe(401);
    expect((await as(app, visitor(town)).call(signIn, { body: { email, password }, headers: from() })).status).toBe(401);
    expect(await lastMail(app, town, email, 'password-changed')).toBeTruthy();
  });
});
