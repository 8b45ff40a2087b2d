import { Secret, TOTP } from 'otpauth';
import { passSecondFactor, signIn } from '@parvis/shared/contracts/accounts.ts';
import { beginSecondFactor, confirmSecondFactor, readMyAccount, removeSecondFactor } from '@parvis/shared/contracts/my-account.ts';
import { listStaff } from '@parvis/shared/contracts/staff.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aPerson, aTown, as, browserAfter, visitor, type TestTown } from '../../../test/support/people.ts';
import { aRegisteredCitizen, from, password } from '../../../test/support/registering.ts';

let app: TestApp;
let town: TestTown;

beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1' });
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.stop());

const codeAt = (secret: string, stepsFromNow: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + stepsFromNow * 30_000 });

test('Noé sets up an authenticator; a code opens once, a recovery code opens once, a password alone opens nothing', async () => {
  const { email, browser } = await aRegisteredCitizen(app, town);
  const setup = (await as(app, browser).call(beginSecondFactor, { body: { currentPassword: password } })).body;
  expect(setup.uri).toMatch(/^otpauth:\/\/totp\//);
  expect(setup.qr.path).toMatch(/^M4 4h7v1h-7z/);
  expect((await as(app, browser).call(confirmSecondFactor, { body: { code: '000000' } })).status).toBe(422);
  const { recoveryCodes } = (await as(app, browser).call(confirmSecondFactor, { body: { code: codeAt(setup.secret, -1) } })).body;
  expect(new Set(recoveryCodes).size).toBe(10);
  expect((await as(app, browser).call(readMyAccount)).body.secondFactor).toMatchObject({ isOn: true, recoveryCodesLeft: 10 });

  const enter = async (code: string): Promise<readonly [number, ReturnType<typeof visitor>]> => {
    const half = await as(app, visitor(town)).call(signIn, { body: { email, password }, headers: from() });
    expect(half.body.next).toBe('second-factor');
    const waiting = browserAfter(town, half);
    expect((await as(app, waiting).call(readMyAccount)).status).toBe(401);
    const whole = await as(app, waiting).call(passSecondFactor, { body: { code }, headers: from() });
    if (whole.status === 200) expect((await as(app, waiting).call(readMyAccount)).status).toBe(401); // the cookie seen before the code is worth nothing
    return [whole.status, browserAfter(town, whole)];
  };
  const now = codeAt(setup.secret, 0);
  const [status, entered] = await enter(now);
  expect(status).toBe(200);
  expect((await as(app, entered).call(readMyAccount)).status).toBe(200);
  expect((await enter(now))[0]).toBe(422);
  expect((await enter(recoveryCodes[0]!.toUpperCase()))[0]).toBe(200);
  expect((await enter(recoveryCodes[0]!))[0]).toBe(422);
  expect(
    (await app.db.one<{ totp_secret: Buffer }>('SELECT totp_secret FROM accounts WHERE municipality_id = $1 AND lower(email) = lower($2)', [
      town.id,
      email,
    ]))!.totp_secret.includes(Buffer.from(Secret.fromBase32(setup.secret).bytes)),
  ).toBe(false);
  expect((await as(app, entered).call(removeSecondFactor, { body: { currentPassword: password } })).status).toBe(204);
  expect((await as(app, visitor(town)).call(signIn, { body: { email, password }, headers: from() })).body.next).toBe('done');
});

test('in production an administrator works only past a second factor, and cannot switch it off', async () => {
  const production = await startApp({
    PARVIS_MODE: 'production',
    PARVIS_SECRET: 'q8Jx2mVd7RtK4cZpLw9sNb3HfYg6Ae1U',
    PUBLIC_URL: 'http://127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    TRUSTED_PROXIES: '127.0.0.1',
  });
  try {
    const { email } = await aPerson(production, town, { roles: ['administrator'], password });
    const entered = await as(production, visitor(town)).call(signIn, { body: { email, password }, headers: from() });
    expect(entered.body.next).toBe('second-factor-setup');
    const browser = browserAfter(town, entered);
    expect((await as(production, browser).call(listStaff)).problem.code).toBe('second-factor-required');
    const { secret } = (await as(production, browser).call(beginSecondFactor, { body: { currentPassword: password } })).body;
    await as(production, browser).call(confirmSecondFactor, { body: { code: codeAt(secret, 0) } });
    expect((await as(production, browser).call(listStaff)).status).toBe(200);
    expect((await as(production, browser).call(removeSecondFactor, { body: { currentPassword: password } })).problem.code).toBe(
      'second-factor-kept',
    );
  } finally {
    await production.stop();
  }
});
