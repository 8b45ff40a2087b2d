import { mergeProposal } from '@parvis/shared/activities/proposals/contract.ts';
import { decide } from '@parvis/shared/contracts/moderation.ts';
import { eraseMyAccount } from '@parvis/shared/contracts/my-account.ts';
import { addSupport } from '@parvis/shared/contracts/supports.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation, closeOpening, type TestConsultation } from '../../../test/support/consultations.ts';
import { someRules } from '../../../test/support/debates.ts';
import { aPerson, aTown, as, type Person, type TestTown } from '../../../test/support/people.ts';
import { aProposal, type TestProposal } from '../../../test/support/proposals.ts';
import { password } from '../../../test/support/registering.ts';
import { TallyJob } from '../tallies/index.ts';

let app: TestApp;
let town: TestTown;
let ines: Person;
let consultation: TestConsultation;
let proposal: TestProposal;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  town = await aTown(app);
  ines = await aPerson(app, town);
  consultation = await aConsultation(app, town);
  proposal = await aProposal(app, town, consultation, ines);
});

const support = (person: Person, contributionId: string) => as(app, person).call(addSupport, { params: { contributionId } });
const leave = (person: Person) => as(app, person).call(eraseMyAccount, { body: { currentPassword: password, eraseTexts: false } });

/** What stands for a proposal: rows, and the count once the tallies have followed. */
const counted = async (id: string): Promise<{ rows: number; supports: number } | null> =>
  app.db.one(
    `
  SELECT (SELECT count(*)::int FROM supports s WHERE s.municipality_id = t.municipality_id AND s.contribution_id = t.contribution_id) AS rows, supports
  FROM tallies t WHERE municipality_id = $1 AND contribution_id = $2`,
    [town.id, id],
  );
const settled = async (ids: readonly string[]) => {
  await app.app.get(TallyJob).refresh();
  return Promise.all(ids.map(counted));
};

test('somebody who leaves takes back what is still open, so that the same address counts once; what was closed stays counted', async () => {
  const closed = await aConsultation(app, town);
  const old = await aProposal(app, town, closed, ines, { title: 'Une fontaine' });
  const noe = await aPerson(app, town, { name: 'Noé', password });
  for (const id of [proposal.id, old.id]) expect((await support(noe, id)).status).toBe(200);
  await closeOpening(app, town, closed.activity.id, { action: 'support' });
  expect((await leave(noe)).status).toBe(204);
  expect(await settled([proposal.id, old.id])).toEqual([
    { rows: 0, supports: 0 },
    { rows: 1, supports: 1 },
  ]);
  expect(await app.db.rows(`SELECT FROM outbox WHERE municipality_id = $1 AND topic = 'support.revoked'`, [town.id])).toHaveLength(1);
});

test('somebody who leaves takes back supports of what is hidden, waits, was merged or opens again later too; restored, the count is exact', async () => {
  await someRules(app, town);
  const moderator = as(app, await aPerson(app, town, { roles: ['moderator'] }));
  const [waiting, merged, ended] = (await Promise.all(
    ['Une fontaine', 'Des bancs', 'Un kiosque'].map((title) => aProposal(app, town, consultation, ines, { title })),
  )) as [TestProposal, TestProposal, TestProposal];
  const target = await aProposal(app, town, consultation, ines, { title: 'Des bancs partout' });
  const later = await aConsultation(app, town, { phases: [{}, { from: 172_800, to: 259_200 }] });
  const reopened = await aProposal(app, town, later, ines, { title: 'Un abri' });
  const [noe, aya] = [await aPerson(app, town, { name: 'Noé', password }), await aPerson(app, town, { name: 'Aya' })];
  const all = [proposal, waiting, merged, ended, reopened];
  for (const one of all) for (const person of [noe, aya]) expect((await support(person, one.id)).status).toBe(200);
  const act = (what: 'hide' | 'restore', revision = 1) =>
    moderator.call(decide, {
      params: { contributionId: proposal.id },
      body: { act: what, rule: { version: 1, number: 1 }, reason: 'Hors du sujet.', revision },
    });
  expect((await act('hide')).status).toBeLessThan(300);
  expect(
    (await moderator.call(mergeProposal, { params: { contributionId: merged.id }, body: { into: target.number, reason: 'La même idée.' } }))
      .status,
  ).toBeLessThan(300);
  await app.db.run(
    `UPDATE contributions SET publication = CASE id WHEN $2 THEN 'pending' ELSE 'withdrawn' END WHERE municipality_id = $1 AND id IN ($2, $3)`,
    [town.id, waiting.id, ended.id],
  );
  await app.db.run(
    'UPDATE openings SET closes_at = statement_timestamp() WHERE municipality_id = $1 AND activity_id = $2 AND opens_at < statement_timestamp()',
    [town.id, later.activity.id],
  );
  expect((await leave(noe)).status).toBe(204);
  expect((await act('restore')).status).toBeLessThan(300);
  expect(await settled([target, ...all].map((one) => one.id))).toEqual([
    { rows: 0, supports: 1 },
    { rows: 1, supports: 1 },
    { rows: 1, supports: 1 },
    { rows: 1, supports: 1 },
    { rows: 2, supports: 2 },
    { rows: 1, supports: 1 },
  ]);
});
