import { acceptInvitation, readInvitation } from '@parvis/shared/contracts/accounts.ts';
import { eraseMyAccount, readMyAccount } from '@parvis/shared/contracts/my-account.ts';
import {
  changeRoles,
  inviteColleague,
  listInvitations,
  listStaff,
  resetSecondFactor,
  withdrawInvitation,
} from '@parvis/shared/contracts/staff.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aPerson, aTown, as, browserAfter, mailsTo, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { hashPassword, makeFirstAdministrator, operatorCommand } from './index.ts';

const password = 'quatre chevaux verts au marché';
let app: TestApp;
let town: TestTown;
let claire: Person;
let count = 0;

beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1' });
});
beforeEach(async () => {
  town = await aTown(app);
  claire = await aPerson(app, town, { name: 'Claire Fontaine', roles: ['administrator'], password });
});
afterAll(() => app.stop());

function from(): Record<string, string> {
  count += 1;
  return { 'x-forwarded-for': `203.0.113.${count % 250}` };
}

async function invite(email: string): Promise<string> {
  const answer = await as(app, claire).call(inviteColleague, {
    body: { email, roles: ['moderator', 'official'], title: 'Directrice de la culture' },
  });
  expect(answer.status).toBe(200);
  return new URL((await mailsTo(app, town, email)).findLast((one) => one.kind === 'invitation')!.link).pathname.split('/').at(-1)!;
}

test('Claire invites a colleague, who makes her account by the link; the link works once', async () => {
  const email = `collegue.${process.pid}@exemple.fr`;
  const token = await invite(email);
  expect((await as(app, visitor(town)).call(readInvitation, { params: { token }, headers: from() })).body).toMatchObject({
    email,
    roles: ['moderator', 'official'],
    title: 'Directrice de la culture',
    invitedBy: 'Claire Fontaine',
    account: 'none',
  });
  const empty = await as(app, visitor(town)).call(acceptInvitation, { params: { token }, body: {}, headers: from() });
  expect(empty.problem.errors?.map((one) => one.pointer)).toEqual(['#/displayName', '#/password']);
  const both = await Promise.all(
    ['Awa Diallo', 'Awa D.'].map((displayName) =>
      as(app, visitor(town)).call(acceptInvitation, { params: { token }, body: { displayName, password }, headers: from() }),
    ),
  );
  expect(both.map((one) => one.status).sort()).toEqual([200, 404]);
  const awa = browserAfter(
    town,
    both.find((one) => one.status === 200)!,
  );
  expect((await as(app, awa).call(readMyAccount)).body.roles).toEqual([
    { role: 'moderator', title: 'Directrice de la culture' },
    { role: 'official', title: 'Directrice de la culture' },
  ]);
  expect((await as(app, claire).call(listInvitations)).body.items).toEqual([]);
  expect((await as(app, claire).call(listStaff)).body.items.map((one) => one.email)).toEqual([claire.email, email]);
});

test('an invitation to somebody who has an account asks its owner to sign in, and nobody else can take it', async () => {
  const noe = await aPerson(app, town, { name: 'Noé' });
  const token = await invite(noe.email);
  expect(
    (await as(app, visitor(town)).call(acceptInvitation, { params: { token }, body: { displayName: 'X Y', password }, headers: from() }))
      .problem.code,
  ).toBe('other-account');
  expect((await as(app, claire).call(acceptInvitation, { params: { token }, body: {}, headers: from() })).problem.code).toBe(
    'other-account',
  );
  expect((await as(app, noe).call(readInvitation, { params: { token }, headers: from() })).body.account).toBe('mine');
  expect((await as(app, noe).call(acceptInvitation, { params: { token }, body: {}, headers: from() })).status).toBe(200);
  expect((await as(app, noe).call(readMyAccount)).body.roles.map((one) => one.role)).toEqual(['moderator', 'official']);
  expect((await as(app, noe).call(acceptInvitation, { params: { token }, body: {}, headers: from() })).problem.code).toBe('link-not-valid');
});

test('inviting again replaces the former link; a withdrawn invitation opens nothing', async () => {
  const email = `deux.${process.pid}@exemple.fr`;
  const first = await invite(email);
  const second = await invite(email);
  expect((await as(app, visitor(town)).call(readInvitation, { params: { token: first }, headers: from() })).problem.code).toBe(
    'link-not-valid',
  );
  const { items } = (await as(app, claire).call(listInvitations)).body;
  expect(items).toHaveLength(1);
  expect((await as(app, claire).call(withdrawInvitation, { params: { invitationId: items[0]!.id } })).status).toBe(204);
  expect((await as(app, visitor(town)).call(readInvitation, { params: { token: second }, headers: from() })).problem.code).toBe(
    'link-not-valid',
  );
  expect((await as(app, claire).call(withdrawInvitation, { params: { invitationId: items[0]!.id } })).problem.code).toBe(
    'invitation-not-found',
  );
});

test('Claire gives and takes roles; the person is told; nobody but an administrator may', async () => {
  const noe = await aPerson(app, town);
  const given = await as(app, claire).call(changeRoles, {
    params: { accountId: noe.accountId },
    body: { roles: ['facilitator'], title: 'Accueil' },
  });
  expect(given.body.member).toMatchObject({ roles: ['facilitator'], title: 'Accueil' });
  expect(
    (await as(app, noe).call(changeRoles, { params: { accountId: noe.accountId }, body: { roles: ['administrator'], title: '' } })).problem
      .code,
  ).toBe('role-required');
  expect(
    (await as(app, claire).call(changeRoles, { params: { accountId: noe.accountId }, body: { roles: [], title: '' } })).body.member,
  ).toBeNull();
  expect((await mailsTo(app, town, noe.email)).map((one) => one.kind)).toEqual(['roles-changed', 'roles-taken']);
  const stranger = await aPerson(app, await aTown(app));
  expect(
    (await as(app, claire).call(changeRoles, { params: { accountId: stranger.accountId }, body: { roles: ['moderator'], title: '' } }))
      .problem.code,
  ).toBe('person-not-found');
  const operator = await as(app, claire).call(changeRoles, {
    params: { accountId: noe.accountId },
    body: { roles: ['operator' as 'moderator'], title: '' },
  });
  expect(operator.status).toBe(422);
});

test('the last administrator can neither give the role up nor delete the account', async () => {
  const left = await as(app, claire).call(changeRoles, {
    params: { accountId: claire.accountId },
    body: { roles: ['moderator'], title: '' },
  });
  expect([left.status, left.problem.code]).toEqual([409, 'last-administrator']);
  expect((await as(app, claire).call(eraseMyAccount, { body: { currentPassword: password, eraseTexts: false } })).problem.code).toBe(
    'last-administrator',
  );
  expect((await as(app, claire).call(readMyAccount)).body.roles.map((one) => one.role)).toEqual(['administrator']);
});

test('of two administrators who leave at the same moment, one stays', async () => {
  for (let round = 0; round < 8; round += 1) {
    const here = await aTown(app);
    const people = [await aPerson(app, here, { roles: ['administrator'] }), await aPerson(app, here, { roles: ['administrator'] })];
    const answers = await Promise.all(
      people.map((one) => as(app, one).call(changeRoles, { params: { accountId: one.accountId }, body: { roles: [], title: '' } })),
    );
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(await app.db.rows(`SELECT 1 FROM account_roles WHERE municipality_id = $1 AND role = 'administrator'`, [here.id])).toHaveLength(
      1,
    );
  }
});

test('a colleague’s lost authenticator is taken away by another administrator, never by oneself', async () => {
  expect((await as(app, claire).call(resetSecondFactor, { params: { accountId: claire.accountId } })).problem.code).toBe('not-on-oneself');
  const awa = await aPerson(app, town, { roles: ['moderator'] });
  await app.db.run(`UPDATE accounts SET totp_secret = '\\x00', totp_confirmed_at = now() WHERE municipality_id = $1 AND id = $2`, [
    town.id,
    awa.accountId,
  ]);
  expect((await as(app, claire).call(listStaff)).body.items.find((one) => one.accountId === awa.accountId)!.hasSecondFactor).toBe(true);
  expect((await as(app, claire).call(resetSecondFactor, { params: { accountId: awa.accountId } })).status).toBe(204);
  expect((await as(app, awa).call(readMyAccount)).status).toBe(401);
  expect((await mailsTo(app, town, awa.email)).map((one) => one.kind)).toEqual(['second-factor-off']);
});

test('a town gets one first administrator, even when two ask at once; deleting the whole town is no obstacle', async () => {
  const empty = await aTown(app);
  const passwordHash = await hashPassword(password);
  const make = (email: string): Promise<string> =>
    app.db.transaction((tx) => makeFirstAdministrator(tx, empty, { email, displayName: 'Maire', language: 'fr', passwordHash }));
  const outcomes = await Promise.allSettled([make('a@exemple.fr'), make('b@exemple.fr')]);
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((outcomes.find((one) => one.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({
    code: 'administrator-exists',
  });
  await app.db.run('DELETE FROM municipalities WHERE id = $1', [empty.id]);
  expect(await app.db.rows('SELECT 1 FROM accounts WHERE municipality_id = $1', [empty.id])).toEqual([]);
});

test('an operator is made by the command line only, and an administrator’s change of roles leaves it alone', async () => {
  const noe = await aPerson(app, town);
  let said = '';
  const run = (...args: string[]): Promise<number> =>
    operatorCommand(args, {
      db: app.db,
      write: (text) => {
        said = text;
      },
    });
  expect(await run('grant', noe.email, '--town', town.slug)).toBe(0);
  expect((await as(app, noe).call(readMyAccount)).body.roles.map((one) => one.role)).toEqual(['operator']);
  await as(app, claire).call(changeRoles, { params: { accountId: noe.accountId }, body: { roles: [], title: '' } });
  expect((await as(app, noe).call(readMyAccount)).body.roles.map((one) => one.role)).toEqual(['operator']);
  expect(await run('grant', 'personne@exemple.fr', '--town', town.slug)).toBe(1);
  expect(said).toContain('Register on the site first');
  expect(await run('reset-factor', noe.email, '--town', town.slug)).toBe(0);
  expect((await as(app, noe).call(readMyAccount)).status).toBe(401);
  expect(await run('revoke', noe.email, '--town', town.slug)).toBe(0);
});
