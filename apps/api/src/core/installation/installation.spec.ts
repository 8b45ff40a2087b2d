import {
  openInstallation,
  readInstallation,
  setUpAdministrator,
  setUpLegal,
  setUpMail,
  setUpRules,
  setUpTown,
} from '@parvis/shared/contracts/installation.ts';
import { readLegalState } from '@parvis/shared/contracts/legal.ts';
import { signIn } from '@parvis/shared/contracts/accounts.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { freshDatabaseUrl } from '../../../test/support/database.ts';
import { aTown, as, visitor, type Answer } from '../../../test/support/people.ts';
import { municipalityCommand, SetupLinks } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ DATABASE_URL: await freshDatabaseUrl(), PUBLIC_URL: 'http://parvis.test' });
});
afterAll(() => app.stop());
// One story in order: an installation is empty only once.

const nowhere = { id: '', slug: '', base: '' };
const town: RequestOf<typeof setUpTown> = {
  inseeCode: '90032',
  name: 'Danjoutin',
  tagline: 'Décider ensemble',
  slug: 'danjoutin',
  host: null,
  timeZone: 'Europe/Paris',
  languages: ['fr', 'en'],
};
const legal: RequestOf<typeof setUpLegal> = {
  'legal-notice': {
    publisher: 'Commune de Danjoutin',
    publisherAddress: '1 rue',
    publisherPhone: '03',
    publisherEmail: 'mairie@danjoutin.fr',
    director: 'La maire',
    host: 'Hébergeur',
    hostAddress: '2 rue',
    hostPhone: '',
  },
  privacy: { controller: 'Commune de Danjoutin', dpo: 'dpo@danjoutin.fr', retention: 'trois ans' },
  accessibility: { conformity: 'partial', accessibilityContact: 'mairie@danjoutin.fr', auditor: '', auditedOn: '' },
  terms: { termsContact: 'mairie@danjoutin.fr', minimumAge: '15' },
};
const administrator: RequestOf<typeof setUpAdministrator> = {
  displayName: 'Claire Delmas',
  email: 'claire@danjoutin.fr',
  password: 'une passerelle au-dessus de la Savoureuse',
  title: 'Secrétaire générale',
};
let session = '';
const wizard = () => as(app, { town: nowhere, cookie: session });

async function printedToken(): Promise<string> {
  const words = await app.app.get(SetupLinks).invitation();
  return /jeton=([\w-]+)/.exec(words ?? '')![1]!;
}

function cookieOf(answer: Answer<unknown>): string {
  return /parvis_installation=[^;]*/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
}

test('an empty installation says so, and nobody sets it up without the printed link', async () => {
  const stranger = as(app, { town: nowhere, cookie: 'parvis_installation=invente' });
  expect((await stranger.call(readInstallation)).body).toMatchObject({
    isEmpty: true,
    isOpen: false,
    town: null,
    legal: null,
    rules: null,
  });
  expect((await stranger.call(setUpTown, { body: town })).problem.code).toBe('setup-closed');
  expect((await stranger.call(setUpAdministrator, { body: administrator })).problem.code).toBe('setup-closed');
  expect((await stranger.call(openInstallation, { body: { token: 'x'.repeat(43) } })).problem.code).toBe('setup-link-not-valid');
});

test('of ten browsers that open the link at once, one gets in; the link then is dead, and every other printed one too', async () => {
  const other = await printedToken();
  const token = await printedToken();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => as(app, visitor(nowhere)).call(openInstallation, { body: { token } })),
  );
  const opened = answers.filter((one) => one.status === 200);
  expect([opened.length, answers.filter((one) => one.problem?.code === 'setup-link-not-valid').length]).toEqual([1, 9]);
  session = cookieOf(opened[0]!);
  expect((await as(app, visitor(nowhere)).call(openInstallation, { body: { token: other } })).status).toBe(403);
  expect((await wizard().call(readInstallation)).body).toMatchObject({ isEmpty: true, isOpen: true, done: [] });
});

test('the town comes from the official list with its people and postal codes; steps before it are refused', async () => {
  expect((await wizard().call(setUpLegal, { body: legal })).problem.code).toBe('setup-town-first');
  expect((await wizard().call(setUpTown, { body: { ...town, inseeCode: '99999' } })).problem.errors).toMatchObject([
    { pointer: '#/inseeCode', code: 'not-found' },
  ]);
  expect((await wizard().call(setUpTown, { body: { ...town, host: 'parvis.test' } })).problem.errors).toMatchObject([
    { pointer: '#/host', code: 'already-taken' },
  ]);
  const both = await Promise.all([wizard().call(setUpTown, { body: town }), wizard().call(setUpTown, { body: town })]);
  expect(both.map((one) => one.status)).toEqual([200, 200]);
  expect(both[0]!.body).toMatchObject({
    isEmpty: false,
    done: ['town'],
    town: { name: 'Danjoutin', address: 'http://parvis.test/t/danjoutin' },
    legal: { 'legal-notice': { publisher: 'Commune de Danjoutin' } },
  });
  expect(await app.db.rows('SELECT population, postal_codes FROM municipalities')).toEqual([
    { population: expect.any(Number) as unknown, postal_codes: ['90400'] },
  ]);
  expect((await wizard().call(setUpTown, { body: { ...town, tagline: 'Au bord de la Savoureuse' } })).body.town).toMatchObject({
    tagline: 'Au bord de la Savoureuse',
  });
});

test('legal blanks, rules and a test mail are saved step by step, and found again after a pause', async () => {
  expect((await wizard().call(setUpLegal, { body: legal })).body).toMatchObject({
    done: ['town', 'legal'],
    missing: ['legal-notice.hostPhone', 'moderation-rules'],
  });
  expect(
    (await wizard().call(setUpLegal, { body: { ...legal, 'legal-notice': { ...legal['legal-notice'], hostPhone: '04' } } })).body.missing,
  ).toEqual(['moderation-rules']);
  expect((await wizard().call(setUpLegal, { body: { ...legal, privacy: { ...legal.privacy, dpo: '' } } })).problem.errors).toMatchObject([
    { pointer: '#/legal-notice/hostPhone' },
    { pointer: '#/privacy/dpo', code: 'required' },
  ]);
  const { rules } = (await wizard().call(readInstallation)).body;
  expect((await wizard().call(setUpRules, { body: { rules: rules!.rules } })).body.missing).toEqual([]);
  expect((await wizard().call(setUpMail, { body: { address: 'claire@danjoutin.fr' } })).body).toMatchObject({
    done: ['town', 'legal', 'rules', 'mail'],
    mail: { state: 'waiting', address: 'claire@danjoutin.fr' },
  });
  expect((await wizard().call(readInstallation)).body).toMatchObject({
    isOpen: true,
    town: { slug: 'danjoutin' },
    legal: { privacy: { dpo: 'dpo@danjoutin.fr' } },
  });
});

test('a start prints another way in as long as there is no administrator, and opening it ends the first browser’s session', async () => {
  const opened = await as(app, visitor(nowhere)).call(openInstallation, { body: { token: await printedToken() } });
  expect((await wizard().call(readInstallation)).body.isOpen).toBe(false);
  session = cookieOf(opened);
});

test('of several clicks on the last step one makes the administrator, who can sign in; then the wizard is closed for good', async () => {
  expect(
    (await wizard().call(setUpAdministrator, { body: { ...administrator, password: 'danjoutin' } })).problem.errors?.[0]?.pointer,
  ).toBe('#/password');
  const answers = await Promise.all(Array.from({ length: 4 }, () => wizard().call(setUpAdministrator, { body: administrator })));
  expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
  expect(answers.find((one) => one.status === 200)!.body.signInUrl).toBe(
    'http://parvis.test/t/danjoutin/fr/compte/connexion?retour=%2Fadmin',
  );
  expect((await wizard().call(readInstallation)).body).toMatchObject({ isEmpty: false, isOpen: false });
  expect(await app.app.get(SetupLinks).invitation()).toBeNull();
  const danjoutin = { id: '', slug: 'danjoutin', base: '/t/danjoutin' };
  const signedIn = await as(app, visitor(danjoutin)).call(signIn, {
    body: { email: administrator.email, password: administrator.password },
  });
  const cookie = /parvis_session=[^;]*/.exec(signedIn.headers.get('set-cookie') ?? '')![0];
  expect((await as(app, { town: danjoutin, cookie }).call(readLegalState)).status).toBe(200);
});

test('the operator’s command makes towns by code or name, lists those of one name, prints links, suspends and resumes', async () => {
  let said = '';
  const run = async (...args: string[]): Promise<number> => {
    said = '';
    return municipalityCommand(args, {
      db: app.db,
      publicUrl: app.config.publicUrl,
      write: (text) => {
        said += text;
      },
    });
  };
  expect([await run('create', 'Saint-Aubin'), said]).toEqual([
    1,
    expect.stringMatching(/Repeat with the code:\n( {2}\w{5} {2}Saint-Aubin, .*\n?){5,}/),
  ]);
  expect([await run('create', 'Belfort', '--host', 'participer.belfort.test'), said]).toEqual([
    0,
    expect.stringMatching(
      /Made Belfort \(90010, Territoire de Belfort, \d+ people\) at http:\/\/participer.belfort.test[^]*http:\/\/participer\.belfort\.test\/fr\/installation\?jeton=/,
    ),
  ]);
  expect([await run('create', '90010'), said]).toEqual([1, expect.stringContaining('"belfort" exists already')]);
  expect([await run('create', 'Atlantis'), said]).toEqual([1, expect.stringContaining('--custom')]);
  expect([await run('create', '--custom', '--name', 'Saint-Aubin-sur-Lisse', '--accent', '#ffe97f'), said]).toEqual([
    1,
    expect.stringMatching(/--accent #ffe97f is too light to be read; the nearest that can is #[0-9a-f]{6}/),
  ]);
  expect(
    await run('create', '--custom', '--name', 'Saint-Aubin-sur-Lisse', '--slug', 'saint-aubin', '--origin', 'https://exemple.fr'),
  ).toBe(0);
  expect(
    await app.db.rows('SELECT page, language FROM legal_pages l JOIN municipalities m ON m.id = l.municipality_id WHERE m.slug = $1', [
      'saint-aubin',
    ]),
  ).toHaveLength(8);
  expect([await run('suspend', 'belfort'), await run('list'), said]).toEqual([
    0,
    0,
    expect.stringMatching(
      /belfort {2}Belfort {2}http:\/\/participer.belfort.test {2}suspended {2}without administrator\ndanjoutin {2}Danjoutin {2}\S+\n/,
    ),
  ]);
  expect([await run('resume', 'belfort'), await run('suspend', 'nulle-part')]).toEqual([0, 1]);
  expect([await run('link', 'danjoutin'), await run('link', 'saint-aubin'), said]).toEqual([
    1,
    0,
    expect.stringMatching(/^https:\/\/exemple.fr\/t\/saint-aubin\/fr\/installation\?jeton=/),
  ]);
  expect([await run('--nonsense'), await run('dance'), await run('--help')]).toEqual([1, 1, 0]);

  const token = /jeton=([\w-]+)/.exec((await run('link', 'saint-aubin'), said))![1]!;
  const opened = await as(app, visitor(nowhere)).call(openInstallation, { body: { token } });
  expect(opened.body).toMatchObject({ isOpen: true, done: ['town'], town: { slug: 'saint-aubin' } });
  const made = await as(app, { town: nowhere, cookie: cookieOf(opened) }).call(setUpAdministrator, { body: administrator });
  expect(made.body.signInUrl).toMatch(/^https:\/\/exemple\.fr\/t\/saint-aubin\//);
});

test('a link to a town that got its administrator meanwhile is dead', async () => {
  const made = await aTown(app);
  let said = '';
  await municipalityCommand(['link', made.slug], {
    db: app.db,
    publicUrl: app.config.publicUrl,
    write: (text) => {
      said += text;
    },
  });
  await app.db.run(`INSERT INTO accounts (municipality_id, id, email, display_name) VALUES ($1, $1, 'a@b.fr', 'A')`, [made.id]);
  await app.db.run(`INSERT INTO account_roles (municipality_id, account_id, role) VALUES ($1, $1, 'administrator')`, [made.id]);
  expect((await as(app, visitor(nowhere)).call(openInstallation, { body: { token: /jeton=([\w-]+)/.exec(said)![1]! } })).status).toBe(403);
});
