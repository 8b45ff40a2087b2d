import { publishModerationRules } from '@parvis/shared/contracts/legal.ts';
import { readJournal, readOverview } from '@parvis/shared/contracts/overview.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aPerson, aTown, as } from '../../../test/support/people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('an administrator sees what waits in the town, and nobody else does', async () => {
  const town = await aTown(app);
  const claire = await aPerson(app, town, { roles: ['administrator'] });
  const ines = await aPerson(app, town);
  const { body } = await as(app, claire).call(readOverview);
  expect(body).toMatchObject({
    consultations: { draft: 0, published: 0 },
    people: { accounts: 2, staff: 1, invited: 0 },
    moderation: { flagged: 0, pending: 0, appeals: 0 },
  });
  expect(body.legal.missing).toEqual(expect.arrayContaining(['accessibility.conformity', 'moderation-rules']));
  for (const route of [readOverview, readJournal]) expect((await as(app, ines).call(route)).problem.code).toBe('role-required');
});

test('the journal tells what happened, newest first and page by page, and nothing of another town', async () => {
  const [town, other] = [await aTown(app), await aTown(app)];
  const claire = await aPerson(app, town, { name: 'Claire Delmas', roles: ['administrator'] });
  for (const [place, count] of [
    [town, 52],
    [other, 3],
  ] as const) {
    await app.db.run(
      `INSERT INTO outbox (municipality_id, topic, salt, commitment) SELECT $1, CASE WHEN n % 2 = 0 THEN 'support.given' ELSE 'proposal.published' END, '\\x00', sha256('\\x00') FROM generate_series(1, $2) AS n`,
      [place.id, 2 * count],
    );
  }
  await as(app, claire).call(publishModerationRules, { body: { rules: [{ title: 'Respecter', body: 'Pas d’insulte.' }] } });
  const first = (await as(app, claire).call(readJournal)).body;
  expect([first.items.length, first.items[0]]).toEqual([
    50,
    expect.objectContaining({ topic: 'moderation-rules.published', who: 'Claire Delmas', consultation: null }),
  ]);
  const second = (await as(app, claire).call(readJournal, { query: { cursor: first.nextCursor! } })).body;
  expect([second.items.length, second.nextCursor]).toEqual([3, null]);
  expect(new Set([...first.items, ...second.items].map((one) => one.id)).size).toBe(53);
  expect((await as(app, claire).call(readJournal, { query: { cursor: 'abc' } })).status).toBe(422);
});
