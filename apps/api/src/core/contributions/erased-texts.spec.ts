import { eraseMyAccount, exportMyData } from '@parvis/shared/contracts/my-account.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { readProposal } from '@parvis/shared/activities/proposals/contract.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation } from '../../../test/support/consultations.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal, type TestProposal } from '../../../test/support/proposals.ts';
import { password } from '../../../test/support/registering.ts';

let app: TestApp;
let town: TestTown;
let ines: Person;
let noe: Person;
let proposal: TestProposal;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  town = await aTown(app);
  ines = await aPerson(app, town, { name: 'Inès Benali', password });
  noe = await aPerson(app, town, { name: 'Noé Lambert' });
  proposal = await aProposal(app, town, await aConsultation(app, town), ines, {
    title: 'Des arceaux devant l’école',
    text: 'Chaque matin, vingt vélos contre la grille.',
  });
  expect((await as(app, noe).call(addSupport, { params: { contributionId: proposal.id } })).status).toBe(200);
});

const page = () => as(app, visitor(town)).call(readProposal, { params: { number: proposal.number } });
const leave = (eraseTexts: boolean) => as(app, ines).call(eraseMyAccount, { body: { currentPassword: password, eraseTexts } });

test('her data as a file holds what Inès wrote and not what others wrote', async () => {
  const file = JSON.parse((await as(app, ines).call(exportMyData)).text) as Record<string, unknown>;
  expect(file).toMatchObject({ account: { email: ines.email }, texts: [{ id: proposal.id, kind: 'proposal' }], supports: [] });
  expect(JSON.stringify(file)).toContain('Des arceaux devant l’école');
  expect(JSON.stringify(file)).not.toContain(noe.email);
  expect(JSON.parse((await as(app, noe).call(exportMyData)).text)).toMatchObject({ texts: [], supports: [{}] });
});

test('Inès leaves and lets her texts stand: the proposal stays, with its support, without her name', async () => {
  expect((await leave(false)).status).toBe(204);
  const { text, body } = await page();
  expect(body.title).toBe('Des arceaux devant l’école');
  expect(text).not.toContain('Benali');
  expect(await app.db.rows('SELECT 1 FROM supports WHERE municipality_id = $1', [town.id])).toHaveLength(1);
});

test('Inès leaves and erases her texts: nothing of them is left anywhere, their place and the support of others stay', async () => {
  await app.db.run(
    `INSERT INTO outbox (municipality_id, topic, contribution_id, participant_id, salt, commitment) VALUES ($1, 'proposal.published', $2, $3, '\\x0102', sha256('x'))`,
    [town.id, proposal.id, ines.participantId],
  );
  await app.db.run(
    `INSERT INTO history (municipality_id, id, contribution_id, participant_id, role, act, reason) VALUES ($1, gen_random_uuid(), $2, $3, 'citizen', 'revised', 'Deux arceaux de plus')`,
    [town.id, proposal.id, ines.participantId],
  );
  expect((await leave(true)).status).toBe(204);
  const { text } = await page();
  expect(text).not.toMatch(/arceaux|vingt vélos|Benali/);
  for (const table of ['proposals', 'revisions', 'contributions', 'history']) {
    expect(JSON.stringify(await app.db.rows(`SELECT * FROM ${table} WHERE municipality_id = $1`, [town.id]))).not.toMatch(
      /arceaux|vingt vélos/,
    );
  }
  expect(
    await app.db.rows(
      `SELECT length(salt) AS salt FROM outbox WHERE municipality_id = $1 AND participant_id = $2 AND contribution_id = $3`,
      [town.id, ines.participantId, proposal.id],
    ),
  ).toEqual([{ salt: 0 }]);
  expect(await app.db.rows('SELECT subject FROM erasures WHERE municipality_id = $1 ORDER BY subject', [town.id])).toEqual([
    { subject: 'contribution' },
    { subject: 'participant' },
  ]);
  expect(await app.db.rows('SELECT 1 FROM supports WHERE municipality_id = $1', [town.id])).toHaveLength(1);
});
